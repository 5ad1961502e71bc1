package linxi.command.agreement;

import static linxi.command.agreement.AgreementRule.MEMBERS_OF_NO_PATH;
import static linxi.command.agreement.AgreementRule.ORDER_PURCHASE_TAKES_NO_MEMBERS;
import static linxi.command.agreement.AgreementRule.SHARES_DO_NOT_ADD_UP;
import static linxi.command.agreement.AgreementRule.SHARE_OUT_OF_RANGE;
import static linxi.command.agreement.AgreementRule.TOO_LARGE;
import static linxi.command.agreement.AgreementRule.WEIGHT_OUT_OF_RANGE;

import java.util.SortedMap;
import linxi.command.Refused;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;

/** The form of paths and members, the same for every version. */
final class Terms {
    static final int WHOLE = 10_000;
    static final int MEMBERS_OF_A_PATH = 20_000;
    static final long LARGEST_WEIGHT = 1_000_000_000;

    private Terms() {}

    static void checkPaths(SortedMap<IncomePath, Integer> paths) {
        long sum = 0;
        for (var path : paths.entrySet()) {
            if (path.getValue() < 0 || path.getValue() > WHOLE) {
                throw new Refused(SHARE_OUT_OF_RANGE, "paths." + path.getKey(), path.getValue());
            }
            sum += path.getValue();
        }
        if (sum != WHOLE) {
            throw new Refused(SHARES_DO_NOT_ADD_UP, "paths", sum);
        }
    }

    static void checkMembers(
            SortedMap<IncomePath, Integer> paths, SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> members) {
        members.forEach((path, weights) -> {
            var field = "members." + path;
            if (path == IncomePath.ORDER_PURCHASE) {
                throw new Refused(ORDER_PURCHASE_TAKES_NO_MEMBERS, field, weights.size());
            }
            if (!paths.containsKey(path)) {
                throw new Refused(MEMBERS_OF_NO_PATH, field, path);
            }
            if (weights.size() > MEMBERS_OF_A_PATH) {
                throw new Refused(TOO_LARGE, field, weights.size());
            }
            weights.forEach((household, weight) -> {
                if (weight < 0 || weight > LARGEST_WEIGHT) {
                    throw new Refused(WEIGHT_OUT_OF_RANGE, field + "." + household, weight);
                }
            });
        });
    }
}
