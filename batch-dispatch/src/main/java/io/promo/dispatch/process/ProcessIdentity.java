package io.promo.dispatch.process;

import java.util.UUID;

/**
 * This process among all processes of the dispatch service.
 *
 * @param processId new with each start; also the application name of the process's database connections
 * @param role {@code WORKER} when the profile {@code worker} is active, else {@code MANAGER}
 * @param host name of the machine
 * @param pid operating system's process id
 * @param threads partitions it executes at once; 0 for a manager
 */
public record ProcessIdentity(UUID processId, String role, String host, long pid, int threads) {}
