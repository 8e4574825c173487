// Writes down what the page complains about, from the first look at each document on; what the security policy
// refused before that, the page has noted itself. It is kept for the whole session, because locking and unlocking
// replace the document.
if (!window.heard) {
  window.heard = (kind, what) => {
    const all = JSON.parse(sessionStorage.getItem('heard') ?? '[]');
    sessionStorage.setItem('heard', JSON.stringify([...all, `${kind}: ${what}`]));
  };
  for (const level of ['error', 'warn']) {
    const write = console[level].bind(console);
    console[level] = (...said) => {
      window.heard('console', said.join(' '));
      write(...said);
    };
  }
  addEventListener('error', (event) => window.heard('error', event.message));
  addEventListener('unhandledrejection', (event) => window.heard('rejection', String(event.reason)));
  const refused = /^policy: /;
  for (const { name } of performance.getEntriesByType('mark')) {
    if (refused.test(name)) window.heard('policy', name.replace(refused, ''));
  }
  addEventListener('securitypolicyviolation', (event) => {
    window.heard('policy', `${event.effectiveDirective} ${event.blockedURI}`);
  });
}
