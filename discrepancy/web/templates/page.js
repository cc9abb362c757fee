"use strict";
(() => {
  const progress = document.getElementById("progress");
  if (progress) {
    const words = progress.querySelector("[role=status]");
    const bar = progress.querySelector("progress");
    const look = async () => {
      try {
        const answer = await fetch(progress.dataset.job);
        const job = await answer.json();
        if (!answer.ok || job.status === "done" || job.status === "failed") { location.reload(); return; }
        if (words.textContent !== job.step.words) words.textContent = job.step.words;
        if (job.step.of) { bar.max = job.step.of; bar.value = job.step.done; }
      } catch {
        words.textContent = "The program does not answer any more.";
      }
      setTimeout(look, 500);
    };
    setTimeout(look, 300);
  }

  // a decision loads the page again: what was filtered stays filtered
  const filters = document.getElementById("filters");
  if (filters) {
    const place = `filters:${location.pathname}`;
    const fields = () => [...filters.querySelectorAll("input")];
    const name = (field) => field.id || `${field.name}:${field.value}`;
    const kept = new Map(JSON.parse(sessionStorage.getItem(place) || "[]"));
    for (const field of fields()) {
      if (!kept.has(name(field))) continue;
      if (field.type === "checkbox") field.checked = kept.get(name(field));
      else field.value = kept.get(name(field));
    }
    filters.dispatchEvent(new Event("input"));
    filters.addEventListener("input", () => {
      const now = fields().map((field) => [name(field), field.type === "checkbox" ? field.checked : field.value]);
      sessionStorage.setItem(place, JSON.stringify(now));
    });
  }

  const form = document.getElementById("compare");
  if (!form) return;
  const send = form.querySelector("button.main");
  const sending = document.getElementById("sending");
  form.addEventListener("submit", () => { send.disabled = true; sending.textContent = "Sending"; });
  addEventListener("pageshow", () => { send.disabled = false; sending.textContent = ""; });

  const drop = form.querySelector(".drop");
  const files = drop.querySelector("input");
  const brings = (event) => event.dataTransfer && event.dataTransfer.types.includes("Files");
  addEventListener("dragover", (event) => { if (brings(event)) { event.preventDefault(); drop.classList.add("over"); } });
  addEventListener("dragleave", () => drop.classList.remove("over"));
  addEventListener("drop", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    drop.classList.remove("over");
    const all = new DataTransfer();
    for (const file of [...files.files, ...event.dataTransfer.files]) all.items.add(file);
    files.files = all.files;
  });
})();
