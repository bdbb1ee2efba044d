import { join, relative } from 'node:path';

/** What one workerd serves and where it listens. */
export type EdgeOptions = {
  data: string;
  built: { api: string; web: string; assets: string };
  publicHost: string;
  ports: { public: number; operator: number; tick: number; keys: number };
};

const COMPATIBILITY = 'compatibilityDate = "2026-07-01", compatibilityFlags = ["nodejs_compat"]';
const API_ENVIRONMENT = ['DB_URL', 'DB_TOKEN_JWK', 'DEPLOYMENT_SECRET', 'OPERATOR_TOKEN', 'KEYS_TOKEN', 'VERSION'];

const text = (value: string): string => JSON.stringify(value);

/** The Cap'n Proto text that `workerd serve` reads; secrets are not in it, they come by environment. */
export function edgeConfig({ data, built, publicHost, ports }: EdgeOptions): string {
  const folder = join(data, 'edge');
  const module = (name: string, file: string) =>
    `modules = [(name = ${text(name)}, esModule = embed ${text(relative(folder, file))})], ${COMPATIBILITY}`;
  const own = (name: string) => module(name, join(import.meta.dirname, 'workers', name));
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "web", worker = (
      ${module('web.js', built.web)},
      bindings = [(name = "API", service = "api"), (name = "ASSETS", service = "assets")],
      cacheApiOutbound = "no-cache",
    )),
    (name = "api", worker = (
      ${module('api.js', built.api)},
      bindings = [
        ${API_ENVIRONMENT.map((name) => `(name = "${name}", fromEnvironment = "${name}"),`).join('\n        ')}
        (name = "LANE", durableObjectNamespace = "Lane"),
        (name = "BLOBS", service = "blobs"),
        (name = "KEYS", service = "keys"),
      ],
      durableObjectNamespaces = [(className = "Lane", uniqueKey = "lane")],
      durableObjectStorage = (inMemory = void),
      cacheApiOutbound = "no-cache",
    )),
    (name = "assets", worker = (${own('assets.js')}, bindings = [(name = "DISK", service = "files")])),
    (name = "no-cache", worker = (${own('no-cache.js')})),
    (name = "files", disk = ${text(built.assets)}),
    (name = "blobs", disk = (path = ${text(join(data, 'blobs'))}, writable = true)),
    (name = "keys", external = (address = "127.0.0.1:${ports.keys}", http = ())),
    (name = "internet", network = (allow = ["local"])),
  ],
  sockets = [
    (name = "public", address = ${text(`${publicHost}:${ports.public}`)}, http = (), service = "web"),
    (name = "operator", address = "127.0.0.1:${ports.operator}", http = (), service = (name = "api", entrypoint = "Operator")),
    (name = "tick", address = "127.0.0.1:${ports.tick}", http = (), service = (name = "api", entrypoint = "Tick")),
  ],
);
`;
}
