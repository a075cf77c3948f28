/** The path under which everything of the embedded provider lies, and with it the scope of its cookies. */
export const PROVIDER_PATH = '/oidc';

/** Pages of a sign-in lie under this path, followed by the interaction's id. */
export const SIGN_IN_PATH = `${PROVIDER_PATH}/sign-in`;

export const SIGN_IN_STYLE_PATH = `${PROVIDER_PATH}/sign-in.css`;
