import { expect, test } from 'vitest';
import '../../src/main/policy';

test('what the policy refuses is noted from the first script on', () => {
  dispatchEvent(
    new SecurityPolicyViolationEvent('securitypolicyviolation', {
      effectiveDirective: 'img-src',
      blockedURI: 'https://example.org/a.png',
      documentURI: location.href,
      originalPolicy: "img-src 'self'",
      statusCode: 200,
      violatedDirective: 'img-src',
      disposition: 'enforce',
    }),
  );
  const noted = performance.getEntriesByType('mark').map(({ name }) => name);
  expect(noted).toContain('policy: img-src https://example.org/a.png');
});
