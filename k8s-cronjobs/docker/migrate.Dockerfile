# Roles, databases and schemas, before the services start.
FROM eclipse-temurin:25-jre
WORKDIR /application
COPY k8s-cronjobs/target/migrate/ lib/
USER 10001:10001
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-cp", "/application/lib/*", "io.promo.sql.Migrate"]
