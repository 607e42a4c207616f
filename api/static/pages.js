// What the pages do beyond links and forms. Every page also works without this file.
"use strict";

// A refusal is no part of a page: show it whole, so that it can be read.
document.addEventListener("htmx:before:swap", (event) => {
  const { response, request } = event.detail.ctx;
  if (response.status >= 400) {
    event.preventDefault();
    location.assign(request.action);
  }
});

// The arrow keys go from day to day where a calendar's day is focused, up and down by a week.
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

document.addEventListener("keydown", (event) => {
  const step = STEPS[event.key];
  const from = event.target.closest?.("a[data-day]");
  if (!step || !from || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const days = [...document.querySelectorAll("a[data-day]")].filter((day) => day.offsetParent !== null);
  const wanted = Date.parse(from.dataset.day) + step * 86400000;
  const onTheWay = days.filter((day) => Math.sign(Date.parse(day.dataset.day) - Date.parse(from.dataset.day)) === Math.sign(step));
  // Days without anything have no link in the year: take the next one that has.
  const reached = onTheWay.filter((day) => (Date.parse(day.dataset.day) - wanted) * step >= 0);
  const next = step > 0 ? reached[0] : reached.at(-1);
  if (next) {
    next.focus();
    event.preventDefault();
  }
});

// A file that is too large is told of before it is sent.
document.addEventListener("change", (event) => {
  const { most, tooLarge } = event.target.dataset ?? {};
  if (!most) return;
  const isTooLarge = [...event.target.files].some((file) => file.size > Number(most));
  event.target.setCustomValidity(isTooLarge ? tooLarge : "");
});

// An address is copied by a button where the browser lets a page write to the clipboard.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("button[data-copy]")) button.hidden = false;
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.copied;
  });
}
