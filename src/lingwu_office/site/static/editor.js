/* The editor: what the textarea holds is shown again behind it, line by line, with headings and findings. The office
   checks what is typed; positions are UTF-16 units, as in every string here. Without this file the page still works. */
import { SEVERITY, asHeading, drawn, linesOf, moved } from "./editor_text.js";

(() => {
  const box = document.getElementById("editor");
  const byId = (name) => document.getElementById(`editor-${name}`);
  for (const button of document.querySelectorAll("[data-take]")) {
    button.closest(".editor-choose").hidden = false;
    button.addEventListener("click", () => {
      const area = byId("taken");
      area.focus();
      area.select();
      put(area, JSON.parse(document.getElementById(button.dataset.take).textContent));
    });
  }
  if (!box) return;

  const area = byId("text"), mirror = byId("mirror"), form = byId("form"), list = byId("findings"), hint = byId("hint");
  const base = byId("base"), edits = Boolean(box.dataset.edits), judges = Boolean(box.dataset.judges);
  const CHECK_AFTER = 450, DRAFT_AFTER = 800, KEPT_DAYS = 7;
  let text = area.value, saved = text, findings = [], current = "", composing = false, checking = null, signs = [];
  let timer = 0, draftTimer = 0, hideTimer = 0, shown = "none";

  /* -- the text ------------------------------------------------------------------------------------------------- */

  /* Puts words in as if they were typed, so that they can be undone. */
  function put(target, words) {
    target.focus();
    const done = words ? document.execCommand("insertText", false, words) : document.execCommand("delete");
    if (!done) target.setRangeText(words, target.selectionStart, target.selectionEnd, "end");
    if (!done) target.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function replace(start, end, words) {
    area.focus();
    area.setSelectionRange(start, end);
    if (words || end > start) put(area, words);
  }

  function lineAt(position) {
    const start = text.lastIndexOf("\n", position - 1) + 1, end = text.indexOf("\n", position);
    return { start, end: end < 0 ? text.length : end };
  }

  function insert(what) {
    const at = lineAt(area.selectionStart), line = text.slice(at.start, at.end);
    if (what === "undo") { area.focus(); document.execCommand("undo"); return; }
    if (what === "table") { replace(at.end, at.end, `${line.trim() ? "\n" : ""}| 项目 | 内容 |\n| --- | --- |\n|  |  |`); return; }
    if (what === "attachment") {
      const last = /^[\s　]*(?:附件[：:])?[\s　]*(\d{1,2})[.．]/.exec(line);
      const words = last ? `　　　　　${Number(last[1]) + 1}. ` : "　　附件：1. ";
      replace(at.end, at.end, `${line.trim() ? "\n" : ""}${words}`);
      return;
    }
    replace(at.start, at.end, asHeading(Number(what), line, text.slice(0, at.start)));
  }

  /* -- the mirror ----------------------------------------------------------------------------------------------- */

  function open() { return findings.filter((one) => !one.dismissed && !one.element); }

  function render() {
    const next = linesOf(text, open(), current), same = (a, b) => a === next[b].sign;
    let head = 0, tail = 0;
    while (head < next.length && head < signs.length && same(signs[head], head)) head += 1;
    while (tail < next.length - head && tail < signs.length - head && same(signs[signs.length - 1 - tail], next.length - 1 - tail)) tail += 1;
    const behind = mirror.childNodes[signs.length - tail] || null;
    for (let n = signs.length - tail - head; n > 0; n -= 1) mirror.childNodes[head].remove();
    for (const one of next.slice(head, next.length - tail)) mirror.insertBefore(drawn(one, current), behind);
    signs = next.map((one) => one.sign);
    byId("length").textContent = `${text.replace(/[\s　]/g, "").length}字`;
  }

  function onInput() {
    findings = moved(findings, text, area.value);
    text = area.value;
    render();
    if (composing) return;
    listed();
    status(text === saved ? "" : "有没存的改动", "muted");
    clearTimeout(timer);
    timer = setTimeout(check, CHECK_AFTER);
    clearTimeout(draftTimer);
    draftTimer = setTimeout(keepDraft, DRAFT_AFTER);
  }

  /* -- asking the office ---------------------------------------------------------------------------------------- */

  async function ask(address, fields, signal) {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    const headers = { Accept: "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value };
    const answer = await fetch(address, { method: "POST", body, headers, signal, credentials: "same-origin" });
    if (!(answer.headers.get("Content-Type") || "").includes("json")) throw new Error("登录已过期或权限有变，草稿留在本机；请刷新本页重新登录，再恢复草稿。");
    const said = await answer.json();
    if (!answer.ok) throw new Error(said.said || "没有办成，请稍后再试。");
    return said;
  }

  function reason(error) {
    return error instanceof TypeError ? "连不上服务器，草稿留在本机；请检查网络后再试。" : error.message;
  }

  async function check() {
    clearTimeout(timer);
    if (checking) checking.abort();
    const asked = area.value, mine = checking = new AbortController();
    if (asked.length > Number(box.dataset.most)) return;
    try {
      const said = await ask(box.dataset.check, { text: asked }, mine.signal);
      if (area.value === asked) told(said.findings);
    } catch (error) {
      if (error.name !== "AbortError") status(reason(error), "bad");
    }
  }

  function told(found) {
    findings = found;
    if (!findings.some((one) => one.fingerprint === current)) current = "";
    render();
    listed();
    follow();
  }

  async function save() {
    const button = byId("save"), sent = area.value;
    button.disabled = true;
    status("正在存稿……", "muted");
    try {
      const said = await ask(form.action, new FormData(form));
      saved = sent;
      if (area.value === sent) dropDraft();
      if (said.aside) { dropDraft(); saved = area.value; location.assign(said.address); return; }
      for (const field of document.querySelectorAll("#editor-base, [data-base]")) field.value = said.version;
      form.elements.note.value = "";
      status(said.said, "good");
      check();
    } catch (error) {
      keepDraft();
      status(reason(error), "bad");
    } finally {
      button.disabled = false;
    }
  }

  function status(said, kind) {
    const place = byId("said");
    if (!said) return;
    place.textContent = said;
    place.className = kind === "muted" ? "muted" : `editor-${kind}`;
  }

  /* -- the draft in this browser -------------------------------------------------------------------------------- */

  function stored(work) {
    try { return work(localStorage); } catch { return null; } /* a browser may keep nothing: then there is no draft */
  }

  function keepDraft() {
    if (!edits) return;
    if (text === saved) { dropDraft(); return; }
    stored((store) => store.setItem(box.dataset.draft, JSON.stringify({ text, base: base.value, at: Date.now() })));
  }

  function dropDraft() {
    clearTimeout(draftTimer);
    stored((store) => store.removeItem(box.dataset.draft));
    byId("draft").hidden = true;
  }

  const clock = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  function offerDraft() {
    const draft = stored((store) => JSON.parse(store.getItem(box.dataset.draft)));
    if (!draft || !edits) return;
    if (draft.text === text || Date.now() - draft.at > KEPT_DAYS * 86_400_000) { dropDraft(); return; }
    const late = draft.base === base.value ? "" : "；其后已有新稿，恢复后存稿会另存对照";
    byId("draft-said").textContent = `本机有${clock.format(draft.at)}没存的草稿${late}。`;
    byId("draft").hidden = false;
    byId("draft-use").addEventListener("click", () => {
      base.value = draft.base;
      byId("draft").hidden = true;
      replace(0, text.length, draft.text);
    });
    byId("draft-drop").addEventListener("click", dropDraft);
  }

  /* -- findings ------------------------------------------------------------------------------------------------- */

  function listed() {
    const names = Boolean(text.trim()) + findings.map((one) => one.fingerprint + Boolean(one.dismissed)).join();
    if (names === shown) return;
    shown = names;
    const rows = findings.filter((one) => !one.dismissed), left = findings.filter((one) => one.dismissed);
    list.replaceChildren(...rows.map(item));
    if (!rows.length) list.append(Object.assign(document.createElement("li"), { className: "empty", textContent: text.trim() ? "没有发现问题。" : "写了正文就开始校对。" }));
    const fold = byId("dismissed");
    fold.hidden = !left.length;
    fold.querySelector("summary").textContent = `判为不改的（${left.length}）`;
    fold.querySelector("ol").replaceChildren(...left.map(item));
    const tags = Object.entries(SEVERITY).map(([severity, kind]) => Object.assign(document.createElement("span"), { className: `tag ${kind}`, textContent: `${severity} ${rows.filter((one) => one.severity === severity).length}` }));
    byId("counts").replaceChildren(...tags);
  }

  function item(one) {
    const row = byId("finding").content.firstElementChild.cloneNode(true), part = (name) => row.querySelector(name);
    row.dataset.key = one.fingerprint;
    if (one.fingerprint === current) row.setAttribute("aria-current", "true");
    part(".tag").classList.add(SEVERITY[one.severity]);
    part(".tag").textContent = one.severity;
    part(".editor-excerpt").textContent = one.element ? `${one.element}${one.excerpt ? `“${one.excerpt}”` : ""}` : one.excerpt || "（此处）";
    part(".editor-message").textContent = one.message;
    part(".editor-basis").textContent = one.basis + (one.strength ? `（${one.strength}）` : "") + (one.element ? "。要素请在办理页的登记表里改。" : "");
    part(".editor-go").addEventListener("click", () => (one.element ? choose(one.fingerprint) : go(now(one))));
    if (one.dismissed) {
      part(".editor-judged").hidden = false;
      part(".editor-judged").textContent = `${one.dismissed.by}判为不改：${one.dismissed.reason}`;
    }
    part(".editor-fixes").append(...buttons(one, row));
    return row;
  }

  function button(words, primary, run) {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: words, className: `button small${primary ? " primary" : ""}` });
    made.addEventListener("click", run);
    return made;
  }

  function buttons(one, row) {
    const made = [];
    if (one.dismissed) return judges ? [button("撤销不改", false, () => judge({ fingerprint: one.fingerprint, undo: "1" }))] : [];
    if (edits && !one.element) one.fixes.forEach((fix, n) => made.push(button(fix.title, !n, () => mend(now(one), n))));
    if (judges) made.push(button("不改……", false, () => (row ? askReason(one, row) : dismissCurrent(one))));
    return made;
  }

  /* A finding as it stands now: text typed before it has moved it. */
  function now(one) {
    return findings.find((other) => other.fingerprint === one.fingerprint) || one;
  }

  function mend(one, n) {
    hide();
    findings = findings.filter((other) => other !== one);
    for (const edit of [...one.fixes[n].edits].sort((a, b) => b.start - a.start)) replace(edit.start, edit.end, edit.new);
    check();
  }

  function askReason(one, row) {
    const asked = row.querySelector(".editor-dismiss"), said = asked.elements.reason, back = () => { asked.hidden = true; area.focus(); };
    asked.hidden = false;
    said.focus();
    asked.querySelector("[data-cancel]").onclick = back;
    asked.onkeydown = (event) => { if (event.key === "Escape") back(); };
    asked.onsubmit = async (event) => {
      event.preventDefault();
      const wrong = await judge({ fingerprint: one.fingerprint, code: one.code, excerpt: one.excerpt, reason: said.value });
      const place = asked.querySelector(".errorlist");
      place.hidden = !wrong;
      place.textContent = wrong;
      if (!wrong) area.focus();
    };
  }

  function dismissCurrent(one) {
    choose(one.fingerprint);
    hide();
    const row = list.querySelector(`[data-key="${one.fingerprint}"]`);
    row.scrollIntoView({ block: "nearest" });
    askReason(one, row);
  }

  async function judge(fields) {
    try {
      status((await ask(box.dataset.judge, fields)).said, "good");
      await check();
      return "";
    } catch (error) {
      status(reason(error), "bad");
      return reason(error);
    }
  }

  /* -- where one is --------------------------------------------------------------------------------------------- */

  function at(position) {
    return open().filter((one) => one.start <= position && position <= Math.max(one.end, one.start + 1)).sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  }

  function choose(key) {
    if (key === current) return;
    current = key;
    render();
    for (const row of list.children) row.toggleAttribute("aria-current", row.dataset.key === key);
    for (const row of list.querySelectorAll("[aria-current]")) row.setAttribute("aria-current", "true");
    const row = list.querySelector("[aria-current]");
    if (row && matchMedia("(min-width: 1020px)").matches) row.scrollIntoView({ block: "nearest" });
    const one = findings.find((other) => other.fingerprint === key);
    live.textContent = one ? `${one.severity}：${one.message}${one.fixes.length && edits ? `，${one.fixes[0].title}，Alt加回车照改` : ""}` : "";
  }

  function follow() {
    if (document.activeElement !== area || composing) return;
    const one = at(area.selectionStart);
    choose(one ? one.fingerprint : "");
    if (one && matchMedia("(max-width: 760px)").matches) show(one, null);
    else if (!one) hide();
  }

  function go(one) {
    area.focus({ preventScroll: true });
    area.setSelectionRange(one.start, one.end);
    choose(one.fingerprint);
    const place = mirror.querySelector(".editor-current");
    const edge = place && place.getBoundingClientRect();
    if (edge && (edge.top < 90 || edge.bottom > innerHeight - 90)) place.scrollIntoView({ block: "center" });
  }

  function step(by) {
    const rows = open().sort((a, b) => a.start - b.start), here = area.selectionStart;
    const chosen = rows.findIndex((one) => one.fingerprint === current);
    let next = chosen >= 0 ? chosen + by : by > 0 ? rows.findIndex((one) => one.start >= here) : rows.findLastIndex((one) => one.start < here);
    if (!rows.length) return;
    if (next < 0 || next >= rows.length) next = by > 0 ? 0 : rows.length - 1;
    go(rows[next]);
  }

  function show(one, place) {
    clearTimeout(hideTimer);
    const tag = Object.assign(document.createElement("span"), { className: `tag ${SEVERITY[one.severity]}`, textContent: one.severity });
    const said = document.createElement("p"), basis = Object.assign(document.createElement("p"), { className: "muted small", textContent: one.basis + (one.strength ? `（${one.strength}）` : "") });
    said.append(tag, ` ${one.message}`);
    const row = Object.assign(document.createElement("div"), { className: "row" });
    row.append(...buttons(one, null));
    hint.replaceChildren(said, basis, row);
    hint.hidden = false;
    if (!place) return;
    const edge = place.getBoundingClientRect(), room = innerHeight - edge.bottom > hint.offsetHeight + 12;
    hint.style.left = `${Math.max(12, Math.min(edge.left, innerWidth - hint.offsetWidth - 12)) + scrollX}px`;
    hint.style.top = `${(room ? edge.bottom + 8 : edge.top - hint.offsetHeight - 8) + scrollY}px`;
  }

  function hide() { hint.hidden = true; hint.dataset.key = ""; }

  function hover(event) {
    const place = document.elementsFromPoint(event.clientX, event.clientY).find((one) => one.dataset && one.dataset.key && mirror.contains(one));
    if (!place) {
      clearTimeout(hideTimer);
      hideTimer = setTimeout(() => { if (!hint.matches(":hover")) hide(); }, 250);
      return;
    }
    const one = findings.find((other) => other.fingerprint === place.dataset.key);
    if (!one || (hint.dataset.key === one.fingerprint && !hint.hidden)) { clearTimeout(hideTimer); return; }
    show(one, place);
    hint.dataset.key = one.fingerprint;
  }

  function onKey(event) {
    if (event.isComposing || composing) return;
    const one = findings.find((other) => other.fingerprint === current);
    if (event.key === "Escape") { hide(); return; }
    if ((event.ctrlKey || event.metaKey) && event.code === "KeyS") { event.preventDefault(); if (edits) save(); return; }
    if (event.altKey && !event.ctrlKey) {
      const run = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: () => (one ? mendCurrent(one) : step(1)), KeyD: () => (one && judges ? dismissCurrent(one) : undefined) }[event.code === "NumpadEnter" ? "Enter" : event.code];
      if (run) { event.preventDefault(); run(); }
      return;
    }
    const line = lineAt(area.selectionStart), indent = /^　+/.exec(text.slice(line.start, line.end));
    if (event.key === "Enter" && edits && indent && area.selectionStart >= line.start + indent[0].length) { event.preventDefault(); put(area, `\n${indent[0]}`); }
  }

  function mendCurrent(one) {
    if (edits && one.fixes.length && !one.element) mend(one, 0);
    else step(1);
  }

  /* -- beginning ------------------------------------------------------------------------------------------------ */

  const live = Object.assign(document.createElement("div"), { className: "unseen" });
  live.setAttribute("aria-live", "polite");
  box.append(live);
  box.classList.add("editor-live");
  for (const tools of box.querySelectorAll(".editor-tools")) tools.hidden = false;
  byId("keys").hidden = false;
  if (byId("dismissed-server")) byId("dismissed-server").remove();
  area.addEventListener("input", onInput);
  area.addEventListener("compositionstart", () => { composing = true; box.classList.add("editor-composing"); hide(); });
  area.addEventListener("compositionend", () => { composing = false; box.classList.remove("editor-composing"); onInput(); });
  area.addEventListener("keydown", onKey);
  area.addEventListener("mousemove", hover);
  area.addEventListener("mouseleave", hover);
  hint.addEventListener("mouseleave", hover);
  document.addEventListener("selectionchange", follow);
  for (const name of ["keyup", "click"]) area.addEventListener(name, follow);
  box.addEventListener("click", (event) => { const pressed = event.target.closest("[data-insert]"); if (pressed) insert(pressed.dataset.insert); });
  form.addEventListener("submit", (event) => { event.preventDefault(); if (edits) save(); });
  addEventListener("beforeunload", (event) => { if (edits && text !== saved) event.preventDefault(); });
  told(JSON.parse(byId("initial").textContent));
  offerDraft();
})();
