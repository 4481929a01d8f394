// Ctrl-K: every step of the case, found by typing. Without this the page lists them all.
const dialog = document.getElementById("steg");
const search = document.getElementById("steg-sok");
const count = document.getElementById("steg-antall");
const lines = [...dialog.querySelectorAll("li")];
const opener = document.querySelector("[data-palette]");

const open = () => {
  search.value = "";
  filter();
  dialog.showModal();
  search.focus();
};
const shown = () => lines.filter((line) => !line.hidden);
const links = () => shown().map((line) => line.querySelector("a")).filter(Boolean);

function filter() {
  const words = search.value.toLocaleLowerCase("nb").split(/\s+/);
  for (const line of lines) {
    const text = line.textContent.toLocaleLowerCase("nb");
    line.hidden = !words.every((word) => text.includes(word));
  }
  const left = shown().length;
  count.textContent = left === 1 ? "Ett steg" : `${left} steg`;
}

function move(event) {
  const all = links();
  if (!all.length) return;
  const at = all.indexOf(document.activeElement);
  const step = event.key === "ArrowDown" ? 1 : -1;
  event.preventDefault();
  if (at + step < 0) search.focus();
  else all[Math.min(at + step, all.length - 1)].focus();
}

if (opener) {
  opener.hidden = false;
  opener.addEventListener("click", open);
}
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    if (!dialog.open) open();
  }
});
search.addEventListener("input", filter);
dialog.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event);
  if (event.key === "Enter" && document.activeElement === search) {
    event.preventDefault();
    links()[0]?.click();
  }
});
