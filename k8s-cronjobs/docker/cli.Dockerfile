# The command line: arguments of the container are arguments of `promo`. It keeps its token below HOME, so that must be writable.
FROM eclipse-temurin:25-jre
WORKDIR /application
COPY promo-cli/target/promo-cli-*-all.jar promo-cli.jar
ENV HOME=/tmp
USER 10001:10001
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxRAMPercentage=60", "-jar", "/application/promo-cli.jar"]
