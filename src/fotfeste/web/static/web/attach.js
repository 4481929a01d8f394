/* Show how far a file has come while it is sent.
   Without this file the form is sent as any other, and the browser shows what it can. */
for (const form of document.querySelectorAll("[data-attach]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const line = form.querySelector(".ff-progress-line");
    const bar = line.querySelector("progress");
    const button = form.querySelector("button[type=submit]");
    const sending = new XMLHttpRequest();
    line.hidden = false;
    form.querySelector(".ff-not-sent").hidden = true;
    button.disabled = true;
    sending.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) bar.value = (100 * sent.loaded) / sent.total;
    });
    sending.addEventListener("load", () => {
      document.open();
      document.write(sending.responseText);
      document.close();
    });
    sending.addEventListener("error", () => {
      line.hidden = true;
      button.disabled = false;
      form.querySelector(".ff-not-sent").hidden = false;
    });
    sending.open("POST", window.location.href);
    sending.send(new FormData(form));
  });
}
