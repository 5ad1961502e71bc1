package linxi.query.income;

import java.time.Instant;
import linxi.events.AgreementId;
import linxi.events.IncomePath;
import linxi.events.ProductId;
import linxi.events.SettlementId;

/**
 * What one settlement paid to one household through one path, or took back.
 *
 * @param fen what is paid; negative when taken back
 * @param entitlement the exact share in micro-fen (10⁻⁶ fen)
 * @param position of the event that recorded it
 */
public record EarnedLine(
        SettlementId settlement,
        AgreementId agreement,
        int version,
        ProductId product,
        IncomePath path,
        Instant at,
        long fen,
        long entitlement,
        long position) {}
