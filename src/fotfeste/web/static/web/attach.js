/* Show how far a file has come while it is sent.
   Without this file the form is sent as any other, and the browser shows what it can. */
for (const form of document.querySelectorAll("[data-attach]")) {
  const line = form.querySelector(".ff-progress-line");
  const bar = line.querySelector("progress");
  const lost = form.querySelector(".ff-not-sent");
  const button = form.querySelector("button[type=submit]");
  const show = (sending) => {
    line.hidden = !sending;
    button.disabled = sending;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const sending = new XMLHttpRequest();
    lost.hidden = true;
    show(true);
    sending.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) bar.value = (100 * sent.loaded) / sent.total;
    });
    sending.addEventListener("load", () => {
      // Refused: sent as any other form, so that the page says why. It takes nothing in.
      if (sending.status >= 400 || sending.responseText.includes("ff-faults")) form.submit();
      else {
        form.reset(); // or the browser fills it in again
        window.location.assign(sending.responseURL);
      }
    });
    sending.addEventListener("error", () => {
      show(false);
      lost.hidden = false;
    });
    sending.open("POST", window.location.href);
    sending.send(new FormData(form));
  });
}
