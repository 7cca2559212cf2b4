"""A second opinion: from a small ONNX model and a small server, both made here."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

import lingwu
from lingwu.errors import ConfigError
from lingwu.spelling.opinion import Case, MaskedModel, Server, opinion

SLIP = "各级政府要认针落实安全生产责任。"
CASE = Case(SLIP, SLIP.index("针"), SLIP.index("针") + 1, "真")
TOKENS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "真", "针"]


def masked_model(folder: Path, liked: str) -> Path:
    """An ONNX model that gives every hidden place a high score for the token ``liked``."""
    onnx = pytest.importorskip("onnx")
    pytest.importorskip("onnxruntime")
    import numpy as np
    from onnx import TensorProto, helper, numpy_helper

    scores = np.zeros((len(TOKENS), len(TOKENS)), np.float32)
    scores[TOKENS.index("[MASK]"), TOKENS.index(liked)] = 9
    graph = helper.make_graph(
        [helper.make_node("Gather", ["scores", "input_ids"], ["logits"])],
        "stand-in",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, [None, None])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [None, None, len(TOKENS)])],
        [numpy_helper.from_array(scores, "scores")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(folder / "模型.onnx"))
    (folder / "vocab.txt").write_text("\n".join(TOKENS), encoding="utf-8")
    return folder / "模型.onnx"


@pytest.mark.parametrize(("liked", "says"), [("真", True), ("针", False)])
def test_a_masked_model_confirms_or_refuses(tmp_path: Path, liked: str, says: bool) -> None:
    model = masked_model(tmp_path, liked)
    (chance,) = MaskedModel.load(model, tmp_path / "vocab.txt").chances([CASE])
    assert chance is not None
    assert (chance > 0.9) is says
    config = lingwu.Config(select=("SPL",), spelling={"model": "模型.onnx"}, root=tmp_path)
    assert bool(lingwu.check(SLIP, config).findings) is says


def test_a_masked_model_has_no_opinion_of_missing_characters(tmp_path: Path) -> None:
    model = MaskedModel.load(masked_model(tmp_path, "真"), tmp_path / "vocab.txt")
    assert model.chances([Case("认落实", 1, 1, "真")]) == [None]


class Chat(BaseHTTPRequestHandler):
    says: ClassVar[str] = "乙"
    asked: ClassVar[list[Any]] = []

    def do_POST(self) -> None:
        Chat.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        body = json.dumps({"choices": [{"message": {"content": Chat.says}}]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Silence."""


@pytest.fixture
def chat() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Chat)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Chat.asked.clear()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(("says", "found"), [("乙", 1), ("甲。", 0)])
def test_a_server_is_asked_and_heard(chat: str, says: str, found: int) -> None:
    Chat.says = says
    config = lingwu.Config(select=("SPL",), spelling={"server": chat, "server-model": "小模型"})
    assert len(lingwu.check(SLIP, config).findings) == found
    assert Chat.asked[0]["model"] == "小模型"
    assert "认真落实" in Chat.asked[0]["messages"][0]["content"]


def test_a_server_that_does_not_understand_has_no_opinion(chat: str) -> None:
    Chat.says = "不知道"
    assert Server(chat, "").chances([CASE]) == [None]


def test_no_text_leaves_the_local_network() -> None:
    with pytest.raises(ConfigError, match="内网"):
        Server("http://8.8.8.8/v1", "")


def test_settings_that_cannot_be_used_are_said(tmp_path: Path) -> None:
    assert opinion({}, tmp_path) is None
    with pytest.raises(ConfigError, match="不认识"):
        opinion({"modell": "x"}, tmp_path)
    pytest.importorskip("onnxruntime")
    with pytest.raises(ConfigError, match="打不开"):
        opinion({"model": "没有.onnx"}, tmp_path)
    with pytest.raises(ConfigError, match="没有正常回答"):
        Server("http://127.0.0.1:9", "").chances([CASE])
