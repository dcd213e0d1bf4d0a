/*
 * notice_job.h - the workers that send notices (alarm/notice.h).
 *
 * They take what is due in one transaction, speak to the other side in none,
 * and record the result in another.  What a killed worker had taken is due
 * again when its lease is over.
 */
#ifndef HTTP_NOTICE_JOB_H
#define HTTP_NOTICE_JOB_H

#include "http/app.h"

struct notice_job;
struct notice_job *notice_job_start(const struct app *app);
/* Finishes the message under way. */
void notice_job_stop(struct notice_job **j);

#endif
