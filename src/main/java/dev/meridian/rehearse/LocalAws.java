package dev.meridian.rehearse;

import dev.meridian.aws.AwsAccess;
import dev.meridian.operate.EmulatorDifferences;
import dev.meridian.terraform.process.Command;
import dev.meridian.terraform.process.RunningProcess;
import dev.meridian.terraform.process.RunningProcesses;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An AWS emulator on a port of this machine. It is empty at the start, and nothing remains when it
 * is closed. It stores everything in memory, and does not check credentials.
 */
public final class LocalAws implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int LAST_LINES = 15;
  private static final int HTTP_PATIENCE = 5000; // milliseconds
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int OK = 200;
  private static final int CONFLICT = 409;

  private final RunningProcesses processes;
  private final RunningProcess process;
  private final Path log;
  private final URI endpoint;
  private boolean kept;

  private LocalAws(RunningProcesses processes, RunningProcess process, Path log, URI endpoint) {
    this.processes = processes;
    this.process = process;
    this.log = log;
    this.endpoint = endpoint;
  }

  /**
   * What to start.
   *
   * @param folder for its log and address; created if it does not exist
   * @param patience how long to wait until it answers
   * @param stay whether it can outlive this program; see {@link #mayOutlive}
   */
  public record Options(Path folder, Duration patience, boolean stay) {
    private static final Duration USUAL = Duration.ofSeconds(60);

    public static Options in(Path folder) {
      return new Options(folder, USUAL, false);
    }

    /** The same, but it can outlive this program after {@link #mayOutlive}. */
    public Options staying() {
      return new Options(folder, patience, true);
    }
  }

  /** Starts an emulator on a free port, and returns when it answers. */
  public static LocalAws start(LocalAwsProgram program, RunningProcesses processes, Options options)
      throws LocalAwsFailed, InterruptedException {
    Path folder = options.folder().toAbsolutePath();
    Path log = folder.resolve("local-aws.log");
    Path address = folder.resolve("local-aws.address");
    RunningProcess process;
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(address);
      process =
          processes.start(
              new Command(words(program, log, address, options.stay()), folder, new TreeMap<>()));
    } catch (IOException e) {
      throw new LocalAwsFailed("The local AWS could not be started: " + e.getMessage());
    }
    try {
      URI endpoint = await(process, log, address, options.patience());
      return new LocalAws(processes, process, log, endpoint);
    } catch (LocalAwsFailed | InterruptedException e) {
      process.kill();
      throw e;
    }
  }

  private static List<String> words(LocalAwsProgram program, Path log, Path address, boolean stay) {
    List<String> words = new ArrayList<>(program.words());
    words.addAll(List.of("--log", log.toString(), "--address", address.toString()));
    if (stay) {
      words.add("--stay");
    }
    return words;
  }

  private static URI await(RunningProcess process, Path log, Path address, Duration patience)
      throws LocalAwsFailed, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new LocalAwsFailed("The local AWS did not start: " + end(process, log));
      }
      Optional<URI> found = read(address);
      if (found.isPresent() && answers(found.get())) {
        return found.get();
      }
      Thread.sleep(POLL.toMillis());
    }
    throw new LocalAwsFailed(
        "The local AWS did not answer within " + patience.toSeconds() + " s. See " + log + ".");
  }

  private static Optional<URI> read(Path address) {
    try {
      return Optional.of(URI.create(Files.readString(address).strip()));
    } catch (IOException e) {
      return Optional.empty(); // not written yet
    }
  }

  /**
   * The differences to ignore at {@code endpoint}; none, unless a local AWS of Meridian answers
   * there.
   */
  public static EmulatorDifferences differencesAt(URI endpoint) {
    return isOne(endpoint) ? EmulatorDifferences.ofLocalAws() : EmulatorDifferences.NONE;
  }

  /** Whether a local AWS of the same kind answers at {@code endpoint}. */
  public static boolean isOne(URI endpoint) {
    return answers(endpoint);
  }

  private static boolean answers(URI endpoint) {
    return status("GET", endpoint.resolve("/moto-api/config")) / 100 == 2;
  }

  /** Whether anything listens there. It may be too busy to answer. */
  static boolean isThere(URI endpoint) {
    int usual = "https".equals(endpoint.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    int port = endpoint.getPort() < 0 ? usual : endpoint.getPort();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(endpoint.getHost(), port), HTTP_PATIENCE);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The status of the response, or 0 if there is none. */
  private static int status(String method, URI resource) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) resource.toURL().openConnection(Proxy.NO_PROXY);
      connection.setRequestMethod(method);
      connection.setConnectTimeout(HTTP_PATIENCE);
      connection.setReadTimeout(HTTP_PATIENCE);
      return connection.getResponseCode();
    } catch (IOException e) {
      return 0;
    }
  }

  private static String end(RunningProcess process, Path log) throws InterruptedException {
    int code = process.await();
    return String.format(
        Locale.ROOT,
        "it ended with exit code %d. Its last lines, of %s:%n%s",
        code,
        log,
        String.join(System.lineSeparator(), lastLines(log)));
  }

  private static List<String> lastLines(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    } catch (IOException e) {
      return List.of("(none)");
    }
  }

  /** Its URL, as {@code http://127.0.0.1:PORT}. */
  public URI endpoint() {
    return endpoint;
  }

  public AwsAccess access() {
    return AwsAccess.emulator(endpoint);
  }

  /**
   * The variables that make Terraform, the AWS CLI and the SDKs use it, and nothing else.
   *
   * @param own the variables of this process; an empty value in the result removes one of them
   */
  public SortedMap<String, String> environment(Map<String, String> own) {
    return environment(endpoint, own);
  }

  /** The same for an emulator that Meridian did not start. */
  public static SortedMap<String, String> environment(URI endpoint, Map<String, String> own) {
    SortedMap<String, String> environment = new TreeMap<>();
    // An endpoint for one service takes precedence over the common one (AWS SDKs and Tools
    // Reference Guide,
    // "Service-specific endpoints"); the other form is Terraform's own, and still works.
    own.keySet().stream()
        .filter(name -> name.matches("AWS_ENDPOINT_URL_.+|(TF_)?AWS_.+_(ENDPOINT|URL)"))
        .forEach(name -> environment.put(name, ""));
    environment.put("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "");
    environment.put("AWS_USE_FIPS_ENDPOINT", "");
    environment.put("AWS_USE_DUALSTACK_ENDPOINT", "");
    environment.put("TF_WORKSPACE", ""); // the states here are in the default workspace
    environment.put("AWS_ENDPOINT_URL", endpoint.toString());
    environment.put("AWS_ACCESS_KEY_ID", "testing");
    environment.put("AWS_SECRET_ACCESS_KEY", "testing");
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_MAX_ATTEMPTS", "4"); // a local endpoint answers at once, or never
    // The user's profile could name a role or another endpoint.
    environment.put("AWS_CONFIG_FILE", "/dev/null");
    environment.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
    environment.put("AWS_PROFILE", "");
    environment.put("AWS_SESSION_TOKEN", "");
    return environment;
  }

  public long pid() {
    return process.pid();
  }

  /** Why it has ended; empty while it runs. */
  public Optional<String> death() throws InterruptedException {
    return process.isAlive()
        ? Optional.empty()
        : Optional.of("The local AWS has ended: " + end(process, log));
  }

  /** Creates a bucket, which the s3 backend requires. */
  public void createBucket(String name) throws LocalAwsFailed {
    createBucket(endpoint, name);
  }

  /** The same on an emulator that Meridian did not start. An existing bucket stays unchanged. */
  static void createBucket(URI endpoint, String name) throws LocalAwsFailed {
    int status = status("PUT", endpoint.resolve("/" + name));
    if (status != OK && status != CONFLICT) {
      throw new LocalAwsFailed(
          "The local AWS did not create the bucket " + name + ": HTTP status " + status + ".");
    }
  }

  /** Runs {@code action} if the emulator ends on its own. Interrupt the thread to cancel. */
  Thread whenGone(Runnable action) {
    Thread watch = new Thread(() -> watch(action), "watch of the local AWS");
    watch.setDaemon(true);
    watch.start();
    return watch;
  }

  private void watch(Runnable action) {
    try {
      while (process.isAlive()) {
        Thread.sleep(POLL.toMillis());
      }
      action.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets one that is staying outlive this program, after it is stored how to end it. */
  public void mayOutlive() throws IOException {
    OutputStream input = process.standardInput();
    input.write('\n');
    input.flush();
  }

  /** Leaves it running when this is closed and this program ends; see {@link #mayOutlive}. */
  public void keep() {
    kept = true;
    processes.letGo(process);
  }

  @Override
  public void close() {
    if (!kept) {
      process.stop(processes.patience());
    }
  }
}
