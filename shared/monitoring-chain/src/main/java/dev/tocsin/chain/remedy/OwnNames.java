package dev.tocsin.chain.remedy;

/** The names of what a repair makes. That it made a thing of such a name, only its tag shows. */
public final class OwnNames {

  /** What the names of alarms, filters and rules begin with; the control's id follows. */
  public static final String PREFIX = "tocsin-";

  /** The key of the tag. */
  public static final String TAG = "tocsin";

  /** The topic that alarms notify where none is given. */
  public static final String TOPIC = "tocsin-alarms";

  /** The log group of a trail that has none. */
  public static final String LOG_GROUP = "tocsin-cloudtrail";

  /** The role with which that trail writes to it. */
  public static final String ROLE = "tocsin-cloudtrail-to-logs";

  /** The trail of an account that has none. */
  public static final String TRAIL = "tocsin-trail";

  private OwnNames() {}
}
