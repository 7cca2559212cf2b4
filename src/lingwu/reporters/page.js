(function () {
  "use strict";
  var root = document.documentElement;
  root.className += " js";
  var boxes = [].slice.call(document.querySelectorAll(".filter input"));
  var items = [].slice.call(document.querySelectorAll(".list > li"));

  // An item shows where each group of boxes has one ticked that it belongs to.
  function shows(item) {
    return ["severity", "family", "place"].every(function (group) {
      var own = item.getAttribute("data-" + group).split(" ");
      return boxes.some(function (box) { return box.name === group && box.checked && own.indexOf(box.value) >= 0; });
    });
  }
  function refresh() {
    var hidden = {};
    items.forEach(function (item) {
      var show = shows(item);
      item.classList.toggle("gone", !show);
      if (!show) { hidden[item.id] = true; }
    });
    [].forEach.call(document.querySelectorAll("[data-f]"), function (mark) {
      var live = mark.getAttribute("data-f").split(" ").some(function (id) { return !hidden[id]; });
      mark.classList.toggle(mark.tagName === "SUP" ? "gone" : "hidden", !live);
    });
    boxes.forEach(function (box) { box.parentNode.classList.toggle("off", !box.checked); });
  }
  function light(nodes) {
    [].forEach.call(document.querySelectorAll(".hit"), function (old) { old.classList.remove("hit"); });
    [].forEach.call(nodes, function (node) { node.classList.add("hit"); });
  }
  function marksOf(id) { return document.querySelectorAll('[data-f~="' + id + '"]'); }

  boxes.forEach(function (box) { box.addEventListener("change", refresh); });
  document.addEventListener("click", function (event) {
    var mark = event.target.closest("mark[data-f]");
    var item = event.target.closest(".list > li");
    var id = mark ? mark.getAttribute("data-f").split(" ").pop() : item ? item.id : "";
    if (!id || String(window.getSelection())) { return; }
    var target = mark ? document.getElementById(id) : marksOf(id)[0];
    if (!target) { return; }
    event.preventDefault();
    light([document.getElementById(id)].concat([].slice.call(marksOf(id))));
    target.scrollIntoView({ block: "center", behavior: "smooth" });
  });
  refresh();
})();
