#include <math.h>
#include <string.h>

#include "CPropagation.h"
#include "vector.h"

// Without branches and without calls, so that the loops below run in vectors.

typedef struct {
  float value, derivative;
} point;

INLINED float select(int condition, float yes, float no) { return condition ? yes : no; }

// eˣ as in Cephes's expf: eʳ·2ᵏ with |r| ≤ ln 2 / 2. Outside ±87.3 it stays at the end's value.
INLINED float exponential(float x) {
  x = select(x > 87.3f, 87.3f, x);
  x = select(x < -87.3f, -87.3f, x);
  // Adding 1.5·2²³ rounds to a whole number and leaves it in the low bits.
  float shifted = x * 1.44269504f + 12582912.0f;
  float k = shifted - 12582912.0f;
  float r = x - k * 0.693359375f;
  r = r + k * 2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  uint32_t bits;
  memcpy(&bits, &shifted, sizeof bits);
  bits = (bits << 23) + 0x3f800000u;
  float scale;
  memcpy(&scale, &bits, sizeof scale);
  return p * scale;
}

// tanh(x) from e^(−2|x|), and near 0, where that cancels, by Cephes's polynomial.
INLINED float hyperbolic_tangent(float x, float decay) {
  float far = copysignf((1.0f - decay) / (1.0f + decay), x);
  float z = x * x;
  float p = -5.70498872745e-3f;
  p = p * z + 2.06390887954e-2f;
  p = p * z - 5.37397155531e-2f;
  p = p * z + 1.33314422036e-1f;
  p = p * z - 3.33332819422e-1f;
  float near = p * z * x + x;
  return select(fabsf(x) < 0.625f, near, select(x == x, far, x));
}

INLINED point linear_at(float x) { return (point){x, 1.0f}; }

INLINED point leaky_relu_at(float x, float slope) {
  return (point){select(x > 0.0f, x, x * slope), select(x > 0.0f, 1.0f, select(x == x, slope, x))};
}

INLINED point relu_at(float x) {
  return (point){select(x < 0.0f, 0.0f, x), select(x > 0.0f, 1.0f, select(x == x, 0.0f, x))};
}

INLINED point tanh_at(float x) {
  float decay = exponential(-2.0f * fabsf(x));
  float sum = 1.0f + decay;
  return (point){hyperbolic_tangent(x, decay), 4.0f * decay / (sum * sum)};
}

INLINED point sigmoid_at(float x) {
  float decay = exponential(-fabsf(x));
  float whole = 1.0f / (1.0f + decay);
  return (point){select(x < 0.0f, decay, 1.0f) * whole, decay * whole * whole};
}

// eˣ − 1 for x ≤ 0 as tanh(x/2)·(eˣ + 1), which does not cancel.
INLINED point elu_at(float x, float alpha, float scale) {
  float below = select(x < 0.0f, x, select(x == x, 0.0f, x));
  float power = exponential(below);
  float less_one = hyperbolic_tangent(0.5f * below, power) * (power + 1.0f);
  return (point){scale * select(x > 0.0f, x, alpha * less_one),
                 scale * select(x > 0.0f, 1.0f, alpha * power)};
}

// The distribution function within 7.5e−8: Abramowitz & Stegun 1964, 7.1.26.
INLINED point gelu_at(float x) {
  float decay = exponential(-0.5f * x * x);
  float t = 1.0f / (1.0f + 0.231641889f * fabsf(x));
  float p = 1.061405429f;
  p = p * t - 1.453152027f;
  p = p * t + 1.421413741f;
  p = p * t - 0.284496736f;
  p = p * t + 0.254829592f;
  float tail = 0.5f * p * t * decay;
  float distribution = select(x > 0.0f, 1.0f - tail, tail);
  return (point){x * distribution, distribution + x * decay * 0.398942280f};
}

INLINED point silu_at(float x) {
  point logistic = sigmoid_at(x);
  return (point){x * logistic.value, logistic.value + x * logistic.derivative};
}

// tanh(ln(1 + n)) = n(n + 2)/(n(n + 2) + 2) with n = eˣ; above 20 it is 1.
INLINED point mish_at(float x) {
  float n = exponential(select(x > 20.0f, 20.0f, x));
  float product = n * (n + 2.0f);
  float whole = 1.0f / (product + 2.0f);
  float squashed = product * whole;
  return (point){x * squashed, squashed + x * 4.0f * n * (n + 1.0f) * whole * whole};
}

// ln(1 + t) = 2·artanh(t/(2 + t)) with t = e^(−|x|).
INLINED point softplus_at(float x) {
  point logistic = sigmoid_at(x);
  float t = exponential(-fabsf(x));
  float s = t / (2.0f + t);
  float z = s * s;
  float p = 1.0f / 13.0f;
  p = p * z + 1.0f / 11.0f;
  p = p * z + 1.0f / 9.0f;
  p = p * z + 1.0f / 7.0f;
  p = p * z + 1.0f / 5.0f;
  p = p * z + 1.0f / 3.0f;
  float logarithm = 2.0f * s * (p * z + 1.0f);
  return (point){select(x > 20.0f, x, select(x < 0.0f, 0.0f, x) + logarithm),
                 select(x > 20.0f, 1.0f, logistic.value)};
}

#define EACH(POINT)                          \
  for (size_t i = 0; i < count; i++) {       \
    const float x = z[i];                    \
    point at = POINT;                        \
    value[i] = at.value;                     \
    derivative[i] = at.derivative;           \
  }                                          \
  break

WIDEST
void cpropagation_activate(cpropagation_activation activation, float slope,
                           const float *restrict z, size_t count, float *restrict value,
                           float *restrict derivative) {
  switch (activation) {
    case cpropagation_linear: EACH(linear_at(x));
    case cpropagation_relu: EACH(relu_at(x));
    case cpropagation_leaky_relu: EACH(leaky_relu_at(x, slope));
    case cpropagation_tanh: EACH(tanh_at(x));
    case cpropagation_sigmoid: EACH(sigmoid_at(x));
    case cpropagation_selu: EACH(elu_at(x, 1.67326324f, 1.05070099f));
    case cpropagation_gelu: EACH(gelu_at(x));
    case cpropagation_silu: EACH(silu_at(x));
    case cpropagation_mish: EACH(mish_at(x));
    case cpropagation_elu: EACH(elu_at(x, 1.0f, 1.0f));
    case cpropagation_softplus: EACH(softplus_at(x));
  }
}
