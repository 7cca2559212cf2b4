"""A second opinion from a larger model that the office has itself: an ONNX file on disk, or a server in its own
network.

Off by default. The packaged model proposes, the larger one says how likely each proposal is; nothing is proposed by
the larger one alone, so that it can only ever change one character or word into one that is easily mistaken for it.
"""

from __future__ import annotations

import ipaddress
import json
import math
import socket
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from lingwu.errors import ConfigError, because

ASKED = 0.2
"""Proposals that the packaged model holds for at least this likely are put to the larger one."""
RARITY = 4.0
"""A slip is so much rarer, as a logarithm, than the character that stands there: a masked model does not know that."""
SECONDS = 20
SURE = 0.98
"""How far a plain yes or no of a server is trusted."""
QUESTION = (
    "下面是公文里的同一句话的两种写法，只差一处。\n甲：{was}\n乙：{now}\n"
    "哪一种没有错别字？两种都通时选甲。只回答一个字：甲或乙。"
)
SETTINGS = ("model", "vocabulary", "server", "server-model")


@dataclass(frozen=True, slots=True)
class Case:
    """A proposal to be judged: in ``line``, ``line[start:end]`` would become ``new``."""

    line: str
    start: int
    end: int
    new: str

    @property
    def mended(self) -> str:
        """The line as it would be."""
        return self.line[: self.start] + self.new + self.line[self.end :]


class Opinion(Protocol):
    """Whoever judges proposals."""

    def chances(self, cases: Sequence[Case]) -> list[float | None]:
        """How likely each proposal is to be right; None where the judge has no opinion."""


@dataclass(frozen=True)
class MaskedModel:
    """A masked language model of single characters (as BERT for Chinese), as ONNX with its list of tokens.

    The session takes ``input_ids``, ``attention_mask`` and, where it wants them, ``token_type_ids``, all of shape
    ``(n, length)``, and gives scores of shape ``(n, length, tokens)``.
    """

    session: Any
    tokens: Mapping[str, int]

    @classmethod
    def load(cls, model: Path, vocabulary: Path) -> MaskedModel:
        """Opens the model.

        Raises:
            ConfigError: a file is missing or is not what it should be, or onnxruntime is not installed.
        """
        try:
            import onnxruntime
        except ImportError as error:
            raise ConfigError("要用 ONNX 模型复核，请先安装 onnxruntime：pip install 'lingwu[onnx]'。") from error
        try:
            tokens = {token: n for n, token in enumerate(vocabulary.read_text(encoding="utf-8").splitlines())}
            session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
        except Exception as error:
            raise ConfigError(f"复核用的模型 {model} 或词表 {vocabulary} 打不开：{because(error)}。") from error
        missing = [token for token in ("[CLS]", "[SEP]", "[MASK]", "[UNK]") if token not in tokens]
        if missing:
            raise ConfigError(f"复核用的词表 {vocabulary} 里没有 {missing[0]}，请换成与模型配套的 vocab.txt。")
        return cls(session, tokens)

    def chances(self, cases: Sequence[Case]) -> list[float | None]:
        """One look at the sentence for each case, with the characters in question hidden."""
        return [self._chance(case) for case in cases]

    def _chance(self, case: Case) -> float | None:
        if case.end - case.start != len(case.new) or not case.new:
            return None
        import numpy as np

        hidden = range(case.start + 1, case.end + 1)
        ids = [self.tokens["[CLS]"], *map(self._token, case.line), self.tokens["[SEP]"]]
        for place in hidden:
            ids[place] = self.tokens["[MASK]"]
        row = np.array([ids], np.int64)
        feeds = {"input_ids": row, "attention_mask": np.ones_like(row), "token_type_ids": np.zeros_like(row)}
        wanted = {item.name for item in self.session.get_inputs()}
        scores = self.session.run(None, {name: feed for name, feed in feeds.items() if name in wanted})[0][0]
        gain = 0.0
        for place, old, new in zip(hidden, case.line[case.start : case.end], case.new, strict=True):
            gain += float(scores[place, self._token(new)] - scores[place, self._token(old)])
        return 1 / (1 + math.exp(min(500.0, RARITY - gain)))

    def _token(self, character: str) -> int:
        return self.tokens.get(character.lower(), self.tokens["[UNK]"])


@dataclass(frozen=True)
class Server:
    """A chat model behind an interface like OpenAI's, on this machine or in the office's own network."""

    address: str
    model: str

    def __post_init__(self) -> None:
        """Raises ConfigError where the address is not one of the local network: no text may leave it."""
        host = urlsplit(self.address).hostname or ""
        try:
            found = {info[4][0] for info in socket.getaddrinfo(host, None)}
        except OSError as error:
            raise ConfigError(f"复核用的服务器 {self.address} 找不到：{because(error)}。") from error
        if not all(ipaddress.ip_address(one).is_private or ipaddress.ip_address(one).is_loopback for one in found):
            raise ConfigError(f"复核用的服务器 {self.address} 不在本地网络里；为防泄密，只能填内网地址。")

    def chances(self, cases: Sequence[Case]) -> list[float | None]:
        """One question for each case.

        Raises:
            ConfigError: the server does not answer as it should.
        """
        return [self._chance(case) for case in cases]

    def _chance(self, case: Case) -> float | None:
        question = {"role": "user", "content": QUESTION.format(was=case.line, now=case.mended)}
        body = json.dumps({"model": self.model, "messages": [question], "temperature": 0, "max_tokens": 8})
        request = urllib.request.Request(  # noqa: S310 - the address is one of the local network, see above
            f"{self.address.rstrip('/')}/chat/completions", body.encode(), {"Content-Type": "application/json"}
        )
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
                said = json.load(answer)["choices"][0]["message"]["content"]
        except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
            raise ConfigError(f"复核用的服务器 {self.address} 没有正常回答：{because(error)}。") from error
        word = next((character for character in str(said) if character in "甲乙"), "")
        return {"甲": 1 - SURE, "乙": SURE}.get(word)


def opinion(settings: Mapping[str, str], root: Path) -> Opinion | None:
    """The judge that the table ``[spelling]`` of lingwu.toml names; None where it names none.

    Raises:
        ConfigError: a key is not known, half of a pair is missing, or the judge cannot be reached.
    """
    unknown = [key for key in settings if key not in SETTINGS]
    if unknown:
        raise ConfigError(f"lingwu.toml 的 [spelling] 里“{unknown[0]}”不认识；可用的有：{'、'.join(SETTINGS)}。")
    if "model" in settings:
        vocabulary = settings.get("vocabulary", str(Path(settings["model"]).with_name("vocab.txt")))
        return MaskedModel.load(root / settings["model"], root / vocabulary)
    if "server" in settings:
        return Server(settings["server"], settings.get("server-model", ""))
    return None
