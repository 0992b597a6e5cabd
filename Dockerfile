# syntax=docker/dockerfile:1
# Two stages: the first compiles, the second holds the one binary, certificates and nothing to run beside it.

FROM rust:1.95-bookworm AS build
WORKDIR /src
COPY Cargo.toml Cargo.lock build.rs askama.toml ./
COPY benches benches
COPY src src
COPY templates templates
COPY static static
COPY locales locales
COPY migrations migrations
COPY providers providers
RUN cargo build --locked --profile dist --bin connect-ui \
    && cp target/dist/connect-ui /connect-ui \
    && mkdir /data

FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /connect-ui /usr/local/bin/connect-ui
COPY --from=build --chown=65532:65532 /data /data
ENV CONNECT_UI_LISTEN=0.0.0.0:3003 \
    CONNECT_UI_DATA_DIR=/data
VOLUME /data
EXPOSE 3003
USER 65532:65532
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s CMD ["/usr/local/bin/connect-ui", "health"]
ENTRYPOINT ["/usr/local/bin/connect-ui"]
CMD ["serve"]
