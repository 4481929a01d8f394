/* Leave at once with the Escape key, and take the page one leaves out of the history.
   Without this file the link does the same, but the page stays in the history. */
const door = document.querySelector("[data-leave]");
const leave = () => window.location.replace(door.href);

if (door) {
  door.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing && !document.querySelector("dialog[open]")) leave();
  });
}
