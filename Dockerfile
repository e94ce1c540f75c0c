# Partyline in a container. What it runs is built outside (./partyline --version builds, mvn package too); then
#
#   docker build -t partyline .
#   docker run -v "$PWD/config.yml:/etc/partyline/config.yml:ro" -v partyline:/var/lib/partyline partyline
FROM eclipse-temurin:17-jre-jammy

RUN useradd --system --uid 10001 --home-dir /var/lib/partyline partyline \
 && install -d -o partyline -g partyline /var/lib/partyline

COPY partyline /opt/partyline/partyline
COPY config.example.yml /etc/partyline/config.yml
COPY api/target/partyline/lib /opt/partyline/api/target/partyline/lib

USER partyline
WORKDIR /var/lib/partyline
VOLUME /var/lib/partyline
# The API; metrics and health, which are to stay within.
EXPOSE 8080 8090
# Another container is not this machine: without this nobody could ask for metrics.
ENV ADMIN_HOST=0.0.0.0

# Alive, not ready: who restarts what is not ready restarts everything when Kafka is away for a moment.
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8090 && printf 'GET /ping HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q pong <&3"]

# The launcher replaces itself by Java, which then gets SIGTERM, and stops gracefully.
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/partyline/partyline"]
CMD ["server", "/etc/partyline/config.yml"]
