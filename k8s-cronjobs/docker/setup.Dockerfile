# The programs that run before the services; the container's argument is the main class.
FROM eclipse-temurin:25-jre
WORKDIR /application
COPY k8s-cronjobs/target/setup/ lib/
USER 10001:10001
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-cp", "/application/lib/*"]
