#ifndef INITSCOPE_BIRTHS_H
#define INITSCOPE_BIRTHS_H

#include <stddef.h>
#include <stdint.h>

// The inner loops of finding a seed in numbers that were drawn; all levels give the same bits.

enum {
  // The bits of MT19937's state, and the 64-bit words that hold so many and one more.
  births_state_bits = 19937,
  births_row_words = 312,
  // Columns that are eliminated at once.
  births_panel = 64,
};

// The seeds from `first` on for which a word, of its bits in `mask`, is from `low` to `low + width`; as many as
// there is room for are written. What is returned is how many there are.
typedef struct {
  uint64_t first, count;
  uint32_t mask, low, width;
  uint32_t *seeds;
  size_t room;
} births_range;

typedef struct {
  // Writes MT19937's 624 words of state before those in `state`; in[0] needs its low bits, too.
  void (*untwist)(const uint32_t *state, uint32_t *before);
  // Seeds of MT19937 by its output at `place`, below 227.
  size_t (*twister_seeds)(const births_range *range, unsigned place);
  // Seeds (0, seed) or, if `is_leading`, (seed, 0) of Threefry by the word at `place`, after as many folds.
  size_t (*threefry_seeds)(
      const births_range *range, int is_leading, const uint32_t *folds, size_t fold_count,
      uint64_t place);
  // Seeds of TensorFlow's Philox, below 2^31 - 2, by the word at `place`, of four at a counter.
  size_t (*philox_seeds)(const births_range *range, uint64_t place);
  // The eight words that NumPy's SeedSequence([seed, 0]) gives to PCG64, of as many seeds from `first` on: the
  // first words of all, then the second ones.
  void (*numpy_words)(uint64_t first, size_t count, uint32_t *words);
  // Seeds of Python's random() by the first `outputs` words, at most 226, that randint(1, 10^9) is made of: where
  // one of them makes a number that is wanted. `start` is the state of MT19937 seeded with 19650218.
  size_t (*python_seeds)(
      const births_range *range, const uint32_t *start, const uint32_t *wanted, size_t wanted_count,
      size_t outputs);
  // Finds pivots among rows' words of 64 columns, of which those in `columns` count, and moves them and their
  // places in `order` to the front. codes[i] has a bit for each pivot that was added to row i, in their order.
  size_t (*panel)(
      uint64_t *words, uint32_t *order, uint64_t *codes, size_t count, uint64_t columns);
  // Writes rows with those before them added by their codes, as pivot rows are when they are added to others, and
  // in the matrix, too; of the words from `from` on.
  void (*pivots)(
      uint64_t *matrix, const uint32_t *order, const uint64_t *codes, size_t count, size_t from,
      uint64_t *pivots);
  // Adds to rows, by their codes, pivot rows of the words from `from` on; `scratch` holds 8·256·32 words.
  void (*add)(
      uint64_t *matrix, const uint32_t *order, const uint64_t *codes, size_t count,
      const uint64_t *pivots, size_t from, uint64_t *scratch);
} births_kernels;

// Polynomials over GF(2) modulo the characteristic polynomial of MT19937, as births_row_words words.

// value · x^exponent, exponent at most 600.
void births_shift(uint64_t *value, unsigned exponent);
// value².
void births_square(uint64_t *value);
// rows[b] = the polynomial by which bit b of an output word is read off, when bit 31 of its state word is read by
// `value`.
void births_outputs(const uint64_t *value, uint64_t *rows);
// The state words of which 19937 in a row have these uppermost bits.
void births_state(const uint64_t *bits, uint32_t *state);

#endif
