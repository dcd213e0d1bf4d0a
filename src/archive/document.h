/* document.h - documents of the management system (NET-8.2). */
#ifndef ARCHIVE_DOCUMENT_H
#define ARCHIVE_DOCUMENT_H

#include "kind/register.h"

extern const struct reg document_reg;

#endif
