# The relay and the built app in one image: not as root, nothing writable but /data. See docs/self-hosting.md.
ARG NODE=node:26.10.0-bookworm-slim

FROM ${NODE} AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build

FROM ${NODE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages packages
COPY apps apps
# Only what the command line needs. onnxruntime is a reference for tests; nothing that is served loads it.
RUN npm ci --omit=dev --workspace @undivided/cli && rm -rf node_modules/onnxruntime-*

FROM ${NODE}
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app ./
COPY --from=build /app/apps/web/dist apps/web/dist
RUN mkdir /data && chown 10001:10001 /data
USER 10001:10001
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["node", "-e", "fetch('http://127.0.0.1:8787/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/cli/bin/undivided.js", "serve", "--host", "0.0.0.0", "--port", "8787", "--data", "/data"]
