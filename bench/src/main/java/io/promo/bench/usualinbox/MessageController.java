package io.promo.bench.usualinbox;

import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.web.PageableDefault;
import org.springframework.data.web.PagedModel;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own messages. */
@RestController
@RequestMapping("/messages")
class MessageController {

    private final MessageRepository messages;

    MessageController(MessageRepository messages) {
        this.messages = messages;
    }

    record UnreadCount(long count) {}

    @GetMapping
    PagedModel<Message.View> list(
            @AuthenticationPrincipal Jwt caller,
            @PageableDefault(
                            size = 20,
                            sort = {"dispatchDate", "eventId"},
                            direction = Direction.DESC)
                    Pageable page) {
        return new PagedModel<>(messages.findByUserId(userId(caller), page).map(Message::view));
    }

    @GetMapping("/unread-count")
    UnreadCount unreadCount(@AuthenticationPrincipal Jwt caller) {
        return new UnreadCount(messages.countByUserIdAndReadFalseAndState(userId(caller), "LIVE"));
    }

    private static UUID userId(Jwt caller) {
        return UUID.fromString(caller.getSubject());
    }
}
