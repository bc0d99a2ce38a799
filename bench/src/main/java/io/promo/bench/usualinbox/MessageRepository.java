package io.promo.bench.usualinbox;

import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

/** Queries derived from their names; a page counts all that there are. */
interface MessageRepository extends JpaRepository<Message, UUID> {

    Page<Message> findByUserId(UUID userId, Pageable page);

    long countByUserIdAndReadFalseAndState(UUID userId, String state);
}
