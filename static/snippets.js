// The page of embed codes. The preview says whether the form answered, or what is wrong.
for (const name of ["step", "problem"]) document.addEventListener("bookform:" + name, (event) => {
  for (const answer of document.querySelectorAll("[data-answer]")) answer.hidden = answer.dataset.answer !== (event.detail.problem || "fine");
});

// Browsers let a page write to the clipboard over https, and on this machine.
if (navigator.clipboard) for (const copy of document.querySelectorAll("[data-copies]")) {
  copy.hidden = false;
  copy.firstElementChild.addEventListener("click", async ({ currentTarget: button }) => {
    await navigator.clipboard.writeText(document.getElementById(copy.dataset.copies).value);
    button.textContent = document.getElementById("live").textContent = copy.dataset.done;
  });
}
