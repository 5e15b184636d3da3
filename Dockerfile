# The service as a small image: one static program, no shell, an ordinary user.
FROM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /out/crosswalk ./cmd/crosswalk \
 && mkdir -p /out/data

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /out/crosswalk /usr/local/bin/crosswalk
COPY --from=build --chown=nonroot:nonroot /out/data /var/lib/crosswalk
ENV CROSSWALK_DATA_DIR=/var/lib/crosswalk \
    CROSSWALK_ADDRESS=0.0.0.0:8080
USER nonroot
VOLUME /var/lib/crosswalk
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=6 CMD ["/usr/local/bin/crosswalk", "health"]
ENTRYPOINT ["/usr/local/bin/crosswalk"]
CMD ["serve"]
