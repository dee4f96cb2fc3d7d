# Builds the jar, a small Java runtime for it, and an AOT cache, which halves the start; runs it as nobody in particular.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY .config .config
COPY src src
COPY templates templates
COPY static static
RUN mvn -q -B -DskipTests package

RUN jlink --strip-debug --no-header-files --no-man-pages --compress=zip-6 --include-locales=en,de,lt,lv,et,uk,ar \
      --add-modules java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.security.sasl,java.sql,java.transaction.xa,java.xml,jdk.crypto.ec,jdk.httpserver,jdk.localedata,jdk.net,jdk.unsupported,jdk.zipfs \
      --output /app/java
RUN cp target/bookform.jar src/main/docker/bookform.jvm /app/
# The cache fits one jar at one place, one runtime and one set of flags: it is made with those that will run.
RUN cd /app && java/bin/java -XX:AOTCacheOutput=/app/bookform.aot @/app/bookform.jvm -jar /app/bookform.jar rehearse

FROM debian:trixie-slim
RUN useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin bookform \
    && install -d -o bookform -g bookform /data
COPY --from=build /app /app
ENV BOOKFORM_HOST=0.0.0.0 BOOKFORM_DATA=/data
USER 10001
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \
    CMD ["/app/java/bin/java", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx32m", "-jar", "/app/bookform.jar", "health"]
ENTRYPOINT ["/app/java/bin/java", "-XX:AOTCache=/app/bookform.aot", "@/app/bookform.jvm", "-jar", "/app/bookform.jar"]
