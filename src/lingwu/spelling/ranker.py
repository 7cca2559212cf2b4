"""From features to a probability: a small network over scaled and over quantile-shaped features, calibrated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from lingwu.spelling.fluency import Floats

REACH = 1.7
"""Quantiles are spread evenly from minus to plus this."""


@dataclass(frozen=True)
class Ranker:
    """``quantiles`` has shape ``(steps, features)``; ``layers`` are pairs of weights ``(in, out)`` and biases.

    ``heat`` and ``shift`` calibrate: the last layer's value is divided by the one and moved by the other.
    """

    quantiles: Floats
    mean: Floats
    spread: Floats
    layers: Sequence[tuple[Floats, Floats]]
    heat: float = 1.0
    shift: float = 0.0

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """Makes the ranker of what ``arrays`` gave."""
        layers = [(arrays[f"{n}/0"], arrays[f"{n}/1"]) for n in range(sum(name.endswith("/0") for name in arrays))]
        return cls(arrays["quantiles"], arrays["mean"], arrays["spread"], layers, *arrays["calibration"].tolist())

    def arrays(self) -> dict[str, NDArray[Any]]:
        """All that the ranker is, as named arrays."""
        found: dict[str, NDArray[Any]] = {"quantiles": self.quantiles, "mean": self.mean, "spread": self.spread}
        found["calibration"] = np.array([self.heat, self.shift], np.float32)
        return found | {f"{n}/{part}": a for n, pair in enumerate(self.layers) for part, a in enumerate(pair)}

    def shaped(self, features: Floats) -> Floats:
        """The features as the network takes them, shape ``(n, 2 * features)``."""
        many = features.shape[1]
        out = np.empty((len(features), 2 * many), np.float32)
        steps = np.linspace(-REACH, REACH, len(self.quantiles), dtype=np.float32)
        for column in range(many):
            points, first = np.unique(self.quantiles[:, column], return_index=True)
            out[:, column] = np.interp(features[:, column], points, steps[first]) if len(points) > 1 else 0
        out[:, many:] = np.clip((features - self.mean) / self.spread, -5, 5)
        return out

    def probabilities(self, features: Floats) -> Floats:
        """How likely each proposal is to be what was meant, shape ``(n,)``."""
        value: NDArray[np.float32] = self.shaped(features)
        for number, (weights, bias) in enumerate(self.layers):
            value = value @ weights + bias
            if number < len(self.layers) - 1:
                value = _gelu(value)
        chance: Floats = 1 / (1 + np.exp(-(value[:, 0] / self.heat + self.shift)))
        return chance


def _gelu(value: Floats) -> Floats:
    """The usual approximation by tanh, as in training."""
    bent: Floats = 0.5 * value * (1 + np.tanh(0.7978845608 * (value + 0.044715 * value**3)))
    return bent
