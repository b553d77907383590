// Saves a form by itself, a few seconds after the last change, and says so.
// Nothing is kept in the browser: the draft lives with the person's account.

const pause = 4_000
const retry = 20_000

/** Makes the form that carries data-draft save itself to that address. */
export function saveDraft(form: HTMLFormElement): void {
  const address = form.dataset.draft
  if (!address) return
  const status = form.querySelector<HTMLElement>('[data-draft-status]')
  let saved = contents(form)
  let timer = 0
  let sending = false
  let closed = false

  const say = (text: string | undefined): void => {
    // The same words again would be read aloud again: once a minute is enough.
    if (status && text && status.textContent !== text) status.textContent = text
  }
  const plan = (wait: number): void => {
    if (!timer && !closed) timer = window.setTimeout(save, wait)
  }
  async function save(): Promise<void> {
    timer = 0
    const now = contents(form)
    if (closed || now === saved) return
    if (sending) return plan(pause)
    sending = true
    const done = await post(address as string, now)
    sending = false
    if (done) {
      saved = now
      say(status?.dataset.saved?.replace('{tijd}', clock()))
      if (contents(form) !== saved) plan(pause)
    } else {
      say(status?.dataset.failed)
      plan(retry)
    }
  }

  form.addEventListener('input', () => plan(pause))
  form.addEventListener('submit', () => {
    closed = true
    window.clearTimeout(timer)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save()
  })
  // Coming back with the browser's back button: the form may be sent again.
  window.addEventListener('pageshow', () => {
    closed = false
  })
}

/** Gives the typed values as they would be sent, without files. */
function contents(form: HTMLFormElement): string {
  const values = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') values.append(name, value)
  }
  return values.toString()
}

/** Sends the draft; a redirect means that the person is signed out by now. */
async function post(address: string, body: string): Promise<boolean> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body,
      credentials: 'same-origin',
      keepalive: true,
      redirect: 'manual',
    })
    return answer.ok
  } catch {
    return false
  }
}

function clock(): string {
  return new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })
}
