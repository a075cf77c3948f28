// The bar above GraphiQL: signs in by authorization code with PKCE and adds the token to the page's own requests. The
// token lives in this tab's session storage and in nothing else.
(() => {
  const settings = JSON.parse(document.currentScript.dataset.settings);
  const TOKEN = 'congvu.graphiql.token';
  const PENDING = 'congvu.graphiql.pending';
  const vietnamese = !navigator.language.startsWith('en');
  const words = vietnamese
    ? {
        signIn: 'Đăng nhập',
        signOut: 'Đăng xuất',
        signedIn: 'Đã đăng nhập',
        demonstration: 'Bản trình diễn — dữ liệu hư cấu',
        hint: 'hoặc đặt {"authorization": "Bearer congvu_pat_…", "x-purpose": "STATISTICS"} ở mục Headers',
        failed: 'Đăng nhập không thành công',
      }
    : {
        signIn: 'Sign in',
        signOut: 'Sign out',
        signedIn: 'Signed in',
        demonstration: 'Demonstration — fictional data',
        hint: 'or put {"authorization": "Bearer congvu_pat_…", "x-purpose": "STATISTICS"} under Headers',
        failed: 'Signing in failed',
      };

  const plainFetch = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const url = new URL(typeof input === 'string' || input instanceof URL ? input : input.url, location.href);
    const token = sessionStorage.getItem(TOKEN);
    if (token === null || url.origin !== location.origin || url.pathname !== '/graphql') return plainFetch(input, init);
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    if (!headers.has('authorization')) headers.set('authorization', `Bearer ${token}`);
    if (!headers.has('x-client')) headers.set('x-client', 'graphiql');
    return plainFetch(input, { ...init, headers });
  };

  const base64url = (bytes) =>
    btoa(String.fromCharCode(...new Uint8Array(bytes)))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));
  const discover = async () => (await plainFetch(`${settings.issuer}/.well-known/openid-configuration`)).json();

  async function signIn() {
    const { authorization_endpoint } = await discover();
    const pending = { state: random(), verifier: random() };
    sessionStorage.setItem(PENDING, JSON.stringify(pending));
    const challenge = base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pending.verifier)));
    const address = new URL(authorization_endpoint);
    address.search = new URLSearchParams({
      client_id: settings.clientId,
      response_type: 'code',
      redirect_uri: settings.redirectUri,
      scope: 'openid',
      state: pending.state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ui_locales: vietnamese ? 'vi' : 'en',
    });
    location.assign(address);
  }

  async function finishSignIn() {
    const answer = new URLSearchParams(location.search);
    const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null');
    if (!answer.has('state') || pending === null) return;
    sessionStorage.removeItem(PENDING);
    history.replaceState(null, '', location.pathname);
    if (answer.get('state') !== pending.state || !answer.has('code')) throw new Error(answer.get('error') ?? 'state');
    const { token_endpoint } = await discover();
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: settings.clientId,
      code: answer.get('code'),
      redirect_uri: settings.redirectUri,
      code_verifier: pending.verifier,
    });
    const response = await plainFetch(token_endpoint, { method: 'POST', body });
    if (!response.ok) throw new Error(String(response.status));
    sessionStorage.setItem(TOKEN, (await response.json()).access_token);
  }

  function draw(problem) {
    const bar = document.createElement('header');
    bar.style.cssText =
      'display:flex;gap:12px;align-items:center;padding:6px 12px;font:14px system-ui,sans-serif;background:#0b3d5c;color:#fff';
    const isSignedIn = sessionStorage.getItem(TOKEN) !== null;
    const state = document.createElement('span');
    state.setAttribute('role', 'status');
    state.textContent = problem ?? (isSignedIn ? words.signedIn : words.hint);
    if (settings.issuer !== null && settings.clientId !== null) {
      const button = document.createElement('button');
      button.type = 'button';
      button.id = 'congvu-sign-in';
      button.textContent = isSignedIn ? words.signOut : words.signIn;
      button.addEventListener('click', () => {
        if (!isSignedIn) return void signIn().catch(() => location.reload());
        sessionStorage.removeItem(TOKEN);
        location.reload();
      });
      bar.append(button);
    }
    bar.append(state);
    if (settings.demonstration) {
      const band = document.createElement('strong');
      band.textContent = words.demonstration;
      band.style.marginInlineStart = 'auto';
      bar.append(band);
    }
    document.body.prepend(bar);
    document.body.style.cssText = 'display:flex;flex-direction:column;height:100vh;margin:0';
    document.querySelector('#root')?.setAttribute('style', 'flex:1;min-height:0');
  }

  const start = () =>
    finishSignIn().then(
      () => draw(),
      () => draw(words.failed),
    );
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
