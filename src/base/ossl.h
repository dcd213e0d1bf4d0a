/*
 * ossl.h - OpenSSL's EVP, with its type ERR_STATE out of the way of ours
 * (err.h).  Include this instead of <openssl/…> together with base/err.h.
 */
#ifndef BASE_OSSL_H
#define BASE_OSSL_H

#define ERR_STATE OSSL_ERR_STATE
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#undef ERR_STATE

#endif
