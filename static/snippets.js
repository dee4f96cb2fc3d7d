// The preview on the page of embed codes: says whether the form answered, or what is wrong.
for (const name of ["step", "problem"]) document.addEventListener("bookform:" + name, (event) => {
  for (const answer of document.querySelectorAll("[data-answer]")) answer.hidden = answer.dataset.answer !== (event.detail.problem || "fine");
});
