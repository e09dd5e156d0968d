// MT19937 as a sequence: the uppermost bits of its state words obey one linear recurrence over GF(2), and every other
// bit of a word is a sum of later ones of them. With E the step to the next word, Q = E^623 + E^396, and c[b]
// bit b of a word, the recurrence of the generator says
//
//     c[0] = Q c[31],  c[b + 1] = Q c[b] + a[b] c[0] for b < 30,
//     (E^624 + E^397) c[30] = c[31] + a[30] E c[0],
//
// a the bits of 0x9908b0df; put together, the last is the characteristic polynomial. (Matsumoto & Nishimura
// 1998, doi:10.1145/272991.272995, section 3.)

#include <string.h>

#include "births.h"

enum { degree = births_state_bits, words = births_row_words, most_terms = 256 };

static const uint32_t matrix = 0x9908b0dfu;

static int term_count;
static unsigned short terms[most_terms];

// The exponents of the characteristic polynomial below its degree, by the equations above in their order.
static void __attribute__((constructor)) prepare(void) {
  static unsigned char c[degree + 1], q[degree + 1], sum[degree + 1];
  memset(q, 0, sizeof q);
  q[623] = q[396] = 1;
  memcpy(c, q, sizeof c);
  for (int b = 0; b < 30; b++) {
    memset(sum, 0, sizeof sum);
    for (int i = 0; i <= degree - 623; i++)
      if (c[i]) sum[i + 623] ^= 1, sum[i + 396] ^= 1;
    if (matrix >> b & 1) sum[623] ^= 1, sum[396] ^= 1;
    memcpy(c, sum, sizeof c);
  }
  memset(sum, 0, sizeof sum);
  for (int i = 0; i <= degree - 624; i++)
    if (c[i]) sum[i + 624] ^= 1, sum[i + 397] ^= 1;
  sum[0] ^= 1;
  if (matrix >> 30 & 1) sum[624] ^= 1, sum[397] ^= 1;
  for (int i = 0; i < degree; i++)
    if (sum[i]) terms[term_count++] = (unsigned short)i;
}

// Adds a word at a bit's place.
static inline void add_at(uint64_t *value, size_t bit, uint64_t word) {
  value[bit / 64] ^= word << bit % 64;
  if (bit % 64) value[bit / 64 + 1] ^= word >> (64 - bit % 64);
}

// Brings the words below `count` below the degree; there is room for one more word.
static void reduce(uint64_t *value, size_t count) {
  // What one word brings forth lies 623 bits lower and more.
  for (size_t i = count; i-- > words;) {
    uint64_t word = value[i];
    value[i] = 0;
    if (word)
      for (int t = 0; t < term_count; t++) add_at(value, 64 * i - degree + terms[t], word);
  }
  uint64_t over = value[words - 1] >> degree % 64;
  value[words - 1] ^= over << degree % 64;
  if (over)
    for (int t = 0; t < term_count; t++) add_at(value, terms[t], over);
}

void births_shift(uint64_t *value, unsigned exponent) {
  uint64_t wide[words + 12] = {0};
  size_t skipped = exponent / 64;
  unsigned bits = exponent % 64;
  memcpy(wide + skipped, value, words * 8);
  if (bits)
    for (size_t i = words + skipped; i + 1 > skipped; i--)
      wide[i] = wide[i] << bits | (i > skipped ? wide[i - 1] >> (64 - bits) : 0);
  reduce(wide, words + skipped + 1);
  memcpy(value, wide, words * 8);
}

static uint64_t spread(uint32_t half) {
  uint64_t x = half;
  x = (x | x << 16) & 0x0000ffff0000ffffull;
  x = (x | x << 8) & 0x00ff00ff00ff00ffull;
  x = (x | x << 4) & 0x0f0f0f0f0f0f0f0full;
  x = (x | x << 2) & 0x3333333333333333ull;
  return (x | x << 1) & 0x5555555555555555ull;
}

void births_square(uint64_t *value) {
  uint64_t wide[2 * words + 1] = {0};
  for (int i = 0; i < words; i++) {
    wide[2 * i] = spread((uint32_t)value[i]);
    wide[2 * i + 1] = spread((uint32_t)(value[i] >> 32));
  }
  reduce(wide, 2 * words);
  memcpy(value, wide, words * 8);
}

// Q · value.
static void multiply(const uint64_t *value, uint64_t *product) {
  uint64_t less[words];
  memcpy(product, value, words * 8);
  memcpy(less, value, words * 8);
  births_shift(product, 396);
  memcpy(less, product, words * 8);
  births_shift(product, 227);
  for (int i = 0; i < words; i++) product[i] ^= less[i];
}

// rows[to] += rows[from].
static void add_row(uint64_t *rows, int to, int from) {
  for (int i = 0; i < words; i++) rows[to * words + i] ^= rows[from * words + i];
}

void births_outputs(const uint64_t *value, uint64_t *rows) {
  memcpy(rows + 31 * words, value, words * 8);
  multiply(value, rows);
  for (int b = 0; b < 30; b++) {
    uint64_t *next = rows + (b + 1) * words;
    multiply(rows + b * words, next);
    if (matrix >> b & 1)
      for (int i = 0; i < words; i++) next[i] ^= rows[i];
  }
  // Each step of tempering takes bits that it has not changed yet.
  for (int b = 0; b < 21; b++) add_row(rows, b, b + 11);
  for (int b = 31; b >= 7; b--)
    if (0x9d2c5680u >> b & 1) add_row(rows, b, b - 7);
  for (int b = 31; b >= 15; b--)
    if (0xefc60000u >> b & 1) add_row(rows, b, b - 15);
  for (int b = 0; b < 14; b++) add_row(rows, b, b + 18);
}

void births_state(const uint64_t *bits, uint32_t *state) {
  static _Thread_local unsigned char c[degree + 1], first[degree + 1];
  for (int n = 0; n < degree; n++) c[n] = bits[n / 64] >> n % 64 & 1;
  for (int n = 0; n < 624; n++) state[n] = (uint32_t)c[n] << 31;
  int count = degree;
  for (int b = 0; b < 31; b++) {
    // Bit b, of as many words as the bits reach.
    count -= 623;
    for (int n = 0; n < count; n++)
      c[n] = c[n + 623] ^ c[n + 396] ^ (b > 0 && (matrix >> (b - 1) & 1) ? first[n] : 0);
    if (b == 0) memcpy(first, c, (size_t)count);
    for (int n = 0; n < 624; n++) state[n] |= (uint32_t)c[n] << b;
  }
}
