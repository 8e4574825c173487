// What the content security policy refuses is noted among the page's performance marks from the first script on, so
// that whoever looks at the page later, a test or a developer, learns of all of it.
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  performance.mark(`policy: ${effectiveDirective} ${blockedURI}`);
});

export {};
