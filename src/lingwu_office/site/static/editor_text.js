/* Texts of official documents as the editor shows them: levels of headings, lines with their marks, findings that move.
   Nothing here knows the page. */
const HEADINGS = [/^[\s　]*[一二三四五六七八九十百]+、/, /^[\s　]*（[一二三四五六七八九十百]+）/, /^[\s　]*\d{1,3}[.．](?!\d)/, /^[\s　]*[（(]\d{1,3}[)）]/];
const MARKS = [(n) => `${chinese(n)}、`, (n) => `（${chinese(n)}）`, (n) => `${n}.`, (n) => `（${n}）`];
const BLANKS = /^[\s　]*/, LONGEST_HEADING = 60;
export const SEVERITY = { "差错": "error", "疑似": "doubt", "建议": "advice" };

function chinese(n) {
  const digits = "零一二三四五六七八九";
  if (n < 10) return digits[n];
  return (n < 20 ? "" : digits[Math.floor(n / 10)]) + "十" + (n % 10 ? digits[n % 10] : "");
}

/* Which of the four levels a line is a heading of; 0 for none. */
export function levelOf(line) {
  return HEADINGS.findIndex((mark) => mark.test(line)) + 1;
}

/* `line` as a heading of `level`, numbered after those `before` it. */
export function asHeading(level, line, before) {
  let count = 1;
  for (const other of before.split("\n").reverse()) {
    const found = levelOf(other);
    if (found === level) count += 1;
    if (found && found < level) break;
  }
  const blank = BLANKS.exec(line)[0], old = levelOf(line);
  const rest = old ? line.replace(HEADINGS[old - 1], "") : line.slice(blank.length);
  return (blank || "　　") + MARKS[level - 1](count) + rest;
}

/* How many characters of a line are its heading: up to the first full stop, or all of a short one. */
function headingIn(line, level) {
  if (!level) return 0;
  const stop = line.indexOf("。") + 1;
  if (stop && stop <= LONGEST_HEADING) return stop;
  return line.length <= LONGEST_HEADING ? line.length : HEADINGS[level - 1].exec(line)[0].length;
}

/* The lines of `text`, each with the findings in it and a sign that tells whether it has to be drawn anew. */
export function linesOf(text, findings, current) {
  const marks = findings.map((one) => ({ ...one, to: Math.max(one.end, one.start + 1) })).sort((a, b) => a.start - b.start);
  let at = 0, next = 0, near = [];
  return text.split("\n").map((line) => {
    const end = at + line.length;
    while (next < marks.length && marks[next].start <= end) near.push(marks[next++]);
    near = near.filter((one) => one.to > at);
    const parts = near.map((one) => ({ key: one.fingerprint, kind: SEVERITY[one.severity], from: Math.max(0, one.start - at), to: Math.min(line.length, one.to - at) }));
    at = end + 1;
    return { line, parts, sign: `${line}\0${parts.map((one) => `${one.key},${one.from},${one.to},${one.key === current}`).join(";")}` };
  });
}

/* One line of the mirror. */
export function drawn({ line, parts }, current) {
  const row = document.createElement("div"), level = levelOf(line), bold = headingIn(line, level);
  if (/^\s*\|/.test(line)) row.className = "editor-row";
  else if (/^[\s　]*附件[：:]/.test(line)) row.className = "editor-attachment";
  const cuts = new Set([0, bold, line.length, ...parts.flatMap((one) => [one.from, one.to])]);
  const places = [...cuts].sort((a, b) => a - b);
  for (let n = 0; n + 1 < places.length; n += 1) {
    const [from, to] = [places[n], places[n + 1]];
    const piece = document.createElement("span"), over = parts.filter((one) => one.from <= from && one.to >= to);
    const top = over.sort((a, b) => a.to - a.from - (b.to - b.from))[0];
    piece.textContent = line.slice(from, to);
    if (to <= bold) piece.classList.add(`editor-h${level}`);
    if (top) piece.classList.add(`editor-${top.kind}`);
    const here = over.some((one) => one.key === current);
    if (here) piece.classList.add("editor-current");
    if (top) piece.dataset.key = here ? current : top.key;
    row.append(piece);
  }
  if (!line) row.append("\u200b");
  return row;
}

/* Findings move with what is typed before them; those that are typed into are gone until the next check. */
export function moved(findings, old, now) {
  let head = 0, tail = 0;
  const most = Math.min(old.length, now.length);
  while (head < most && old[head] === now[head]) head += 1;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const end = old.length - tail, by = now.length - old.length;
  const every = (one, holds) => one.fixes.every((fix) => fix.edits.every(holds));
  const later = (edit) => ({ ...edit, start: edit.start + by, end: edit.end + by });
  return findings.flatMap((one) => {
    if (one.element || (one.end <= head && every(one, (edit) => edit.end <= head))) return [one];
    if (one.start >= end && every(one, (edit) => edit.start >= end)) {
      return [{ ...later(one), fixes: one.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(later) })) }];
    }
    return one.dismissed ? [one] : [];
  });
}
