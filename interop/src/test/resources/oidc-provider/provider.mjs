// An OpenID Provider as `oidc-provider` makes it: the pages for people are its user's to write, all else is its own.
// node provider.mjs PORT
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import Provider from 'oidc-provider';

const port = Number(process.argv[2]);

const people = new Map([
  ['ada', person('5f0c9a52-7a0f-4e4b-9d64-0a5f3f1c7a01', 'analytical engine', 'Ada', 'Lovelace', 'ada@example.org', true)],
  ['grainne', person('5f0c9a52-7a0f-4e4b-9d64-0a5f3f1c7a02', 'Clew Bay', 'Gráinne', 'Ní Mháille', 'grainne@example.org', false)],
  ['bartleby', person('5f0c9a52-7a0f-4e4b-9d64-0a5f3f1c7a03', 'prefer not to', 'Bartleby', 'Scrivener', 'bartleby@example.org', true)],
]);

function person(sub, password, given_name, family_name, email, email_verified) {
  return { password, claims: { sub, name: `${given_name} ${family_name}`, given_name, family_name, email, email_verified } };
}

function client(client_id, more) {
  return { client_id, client_secret: 's3cr+t / of=odd:chars%26&', redirect_uris: ['http://127.0.0.1:9/callback'], ...more };
}

// New ones at each start.
function key(type, options) {
  return { ...generateKeyPairSync(type, options).privateKey.export({ format: 'jwk' }), use: 'sig', kid: randomUUID() };
}

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    client('shop', {}),
    client('shop-signed-userinfo', { userinfo_signed_response_alg: 'RS256' }),
    client('shop-es256', { id_token_signed_response_alg: 'ES256' }),
    client('shop-ps256', { id_token_signed_response_alg: 'PS256' }),
  ],
  jwks: { keys: [key('rsa', { modulusLength: 2048 }), key('ec', { namedCurve: 'P-256' })] },
  cookies: { keys: [randomUUID()] },
  claims: { profile: ['name', 'given_name', 'family_name'], email: ['email', 'email_verified'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, sub) => {
    const found = [...people.values()].find((one) => one.claims.sub === sub);
    return found && { accountId: sub, claims: () => found.claims };
  },
});

const LOGIN = '<input name="username"><input name="password" type="password"><button>Log in</button>';
const CONSENT = '<button name="accept">Yes</button><button name="cancel">No</button>';

async function interaction(request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  const page = (fields) => response
    .setHeader('Content-Type', 'text/html; charset=utf-8')
    .end(`<!DOCTYPE html><form method="post" action="${request.url}">${fields}</form>`);
  const finish = (result, merge) =>
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: merge });

  if (request.method === 'GET') {
    return page(prompt.name === 'login' ? LOGIN : CONSENT);
  }
  const form = new URLSearchParams(await text(request));
  if (prompt.name === 'login') {
    const found = people.get(form.get('username'));
    return found?.password === form.get('password') ? finish({ login: { accountId: found.claims.sub } }, false) : page(LOGIN);
  }
  if (!form.has('accept')) {
    return finish({ error: 'access_denied' }, false);
  }
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(prompt.details.missingOIDCScope.join(' '));
  return finish({ consent: { grantId: await grant.save() } }, true);
}

const protocol = provider.callback();
createServer((request, response) => {
  if (request.url.startsWith('/interaction/')) {
    interaction(request, response).catch((failed) => response.writeHead(500).end(String(failed)));
  } else {
    protocol(request, response);
  }
}).listen(port, '127.0.0.1');

// Whoever started this holds its standard input open: without them it ends.
process.stdin.on('end', () => process.exit()).resume();
