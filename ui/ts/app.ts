// The script of the pages of people who handle cases: htmx, held short, and
// what forms need. Every link and every form works without it.
import htmx from 'htmx.org'
import { searchDoor } from './door'
import { saveDraft } from './draft'
import { enhanceForms, enhanceMenus } from './form'

Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  // Nothing of a case stays in the browser.
  historyCacheSize: 0,
  scrollBehavior: 'instant',
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    // A form that was not right comes back with its errors.
    { code: '422', swap: true },
    { code: '[45]..', swap: false, error: true },
  ],
})

function enhance(root: ParentNode): void {
  enhanceForms(root)
  root.querySelectorAll<HTMLFormElement>('form[data-draft]').forEach(saveDraft)
}

// Says in words that a request failed; the page stays as it was.
function tellFailure(): void {
  const place = document.querySelector<HTMLElement>('[data-request-failed]')
  if (!place) return
  place.hidden = false
  place.textContent = place.dataset.requestFailed ?? ''
}

enhanceMenus()
document.querySelectorAll<HTMLFormElement>('form[data-door]').forEach(searchDoor)
enhance(document)
document.addEventListener('htmx:responseError', tellFailure)
document.addEventListener('htmx:sendError', tellFailure)
document.addEventListener('htmx:afterSwap', (event) => {
  if (event.target instanceof Element) enhance(event.target)
})
