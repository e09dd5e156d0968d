#ifndef INITSCOPE_CLAPACK_H
#define INITSCOPE_CLAPACK_H

#include <stdint.h>

// Chooses the kernels of all routines; to be called before any of them, as often as one likes.
void clapack_prepare(void);

// The threads that the routines would use, the caller's among them.
int32_t clapack_threads(void);

// Starts those threads, or has the routines do without; to be called once, before any of them.
void clapack_use_threads(int32_t are_wanted);

// The few routines used of LAPACK's Fortran interface, which OpenBLAS provides. Matrices are
// column-major; integers are 32 bits wide.

// QR factorization by Householder reflections.
void sgeqrf_(const int32_t *m, const int32_t *n, float *a, const int32_t *lda, float *tau,
             float *work, const int32_t *lwork, int32_t *info);

// The orthonormal factor from those reflections.
void sorgqr_(const int32_t *m, const int32_t *n, const int32_t *k, float *a, const int32_t *lda,
             const float *tau, float *work, const int32_t *lwork, int32_t *info);

// C <- alpha·op(A)·op(A)ᵀ + beta·C, one triangle of it.
void ssyrk_(const char *uplo, const char *trans, const int32_t *n, const int32_t *k,
            const float *alpha, const float *a, const int32_t *lda, const float *beta, float *c,
            const int32_t *ldc);

// Singular values by divide and conquer, with jobz "N" without the vectors; destroys the matrix.
void sgesdd_(const char *jobz, const int32_t *m, const int32_t *n, float *a, const int32_t *lda,
             float *s, float *u, const int32_t *ldu, float *vt, const int32_t *ldvt, float *work,
             const int32_t *lwork, int32_t *iwork, int32_t *info);

// C <- alpha·op(A)·op(B) + beta·C.
void sgemm_(const char *transa, const char *transb, const int32_t *m, const int32_t *n,
            const int32_t *k, const float *alpha, const float *a, const int32_t *lda,
            const float *b, const int32_t *ldb, const float *beta, float *c, const int32_t *ldc);

#endif
