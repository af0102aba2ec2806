package vn.lienthong.interconnection.peer;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys of the agencies of this installation, for peers. */
@RestController
class KeysController {

    static final String PLACE = "/.well-known/lienthong/keys.json";

    private final OwnKeys keys;

    KeysController(OwnKeys keys) {
        this.keys = keys;
    }

    @GetMapping(PLACE)
    Map<String, Object> keys() {
        return keys.published().toJSONObject();
    }
}
