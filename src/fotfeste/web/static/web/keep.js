// Keep what is written while it is written. Without this, nothing is lost but the last page.
const form = document.querySelector("form[data-keep]");
const told = form.querySelector("[data-kept]");
let waiting = 0;
let changed = false;
let sending = false;

const hour = () =>
  new Date().toLocaleTimeString("nb-NO", { hour: "2-digit", minute: "2-digit" });

async function keep() {
  clearTimeout(waiting);
  if (!changed || sending) return;
  changed = false;
  const words = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  try {
    const answer = await fetch(form.dataset.keep, {
      method: "POST",
      body: new URLSearchParams(words),
      redirect: "manual",
      keepalive: true,
    });
    if (answer.status !== 204) throw new Error("not kept");
    told.textContent = `Lagret klokka ${hour()}`;
  } catch {
    changed = true;
    told.textContent =
      "Ikke lagret. Er du logget ut, så logg inn i en ny fane. Det du skrev, er her ennå.";
  }
}

form.addEventListener("input", () => {
  changed = true;
  clearTimeout(waiting);
  waiting = setTimeout(keep, 1500);
});
form.addEventListener("submit", () => {
  sending = true;
  clearTimeout(waiting);
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") keep();
});
