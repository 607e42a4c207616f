// What the pages do beyond links and forms. Every page also works without this file.
"use strict";

// An answer that is no page of the calendar replaces the whole page, so that it can be read.
document.addEventListener("htmx:before:swap", (event) => {
  const { response, request } = event.detail.ctx;
  if (response.status >= 400) {
    event.preventDefault();
    location.assign(request.action);
  }
});
