/*
 * fuzz.h - one entry for libFuzzer and for the replay of the kept corpora.
 *
 * A target lives in f_<name>.c, its inputs in corpus/f_<name>/.
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

#endif
