# Make the Windows package on a Windows PC. Needed before: Python 3.11 (the py launcher) and NSIS 3.
#
#   powershell -ExecutionPolicy Bypass -File build\build.ps1
#       [-Out DIR]           where to put it (dist)
#       [-Fonts DIR]         a folder with Tinos-*.ttf and LICENSE.txt, to pack as the fallback font
#       [-Certificate PFX -PasswordFile FILE [-Timestamp URL]]   sign; needs signtool on the PATH
[CmdletBinding()]
param(
    [string]$Out = "",
    [string]$Fonts = "",
    [string]$Certificate = "",
    [string]$PasswordFile = "",
    [string]$Timestamp = ""
)
$ErrorActionPreference = "Stop"
if ($Certificate -and -not $PasswordFile) { throw "-Certificate needs -PasswordFile" }
# What was given counts from where the caller stands.
$root = (Resolve-Path (Join-Path $PSScriptRoot "..")).Path
$Out = if ($Out) { $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Out) } else { Join-Path $root "dist" }
if ($Fonts) { $Fonts = (Resolve-Path $Fonts).Path }
if ($Certificate) { $Certificate, $PasswordFile = (Resolve-Path $Certificate, $PasswordFile).Path }
Set-Location $root

function Invoke-Checked([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program ended with $LASTEXITCODE" }
}

$work = Join-Path $env:LOCALAPPDATA "so-phat-ngon-build"
$venv = Join-Path $work "venv"
$python = Join-Path $venv "Scripts\python.exe"
if (-not (Test-Path $python)) { Invoke-Checked "py" @("-3.11", "-m", "venv", $venv) }
Invoke-Checked $python @("-m", "pip", "install", "--quiet", "--disable-pip-version-check",
    "--require-hashes", "--only-binary", ":all:", "--requirement", "build\requirements\package.txt")

$version = (Select-String -Path "app\__init__.py" -Pattern '__version__ = "(.+)"').Matches[0].Groups[1].Value
$epoch = (& git log -1 "--format=%ct")
if ($LASTEXITCODE -ne 0) { throw "git ended with $LASTEXITCODE" }
$env:PYTHONUTF8 = "1"  # paths may be Vietnamese where the output goes into a file
$env:PYTHONHASHSEED = "1"
$env:SOURCE_DATE_EPOCH = $epoch
$env:SO_PHAT_NGON_PACKAGE_FONTS = $Fonts
$packed = Join-Path $work "dist"
Invoke-Checked $python @("-B", "-m", "PyInstaller", "--noconfirm", "--clean", "--distpath", $packed,
    "--workpath", (Join-Path $work "pyinstaller"), "build\windows\so-phat-ngon.spec")

$finish = @("build\windows\finish.py", (Join-Path $packed "SoPhatNgon"), $Out, $version, $epoch)
if ($Certificate) {
    $finish += @("--certificate", $Certificate, "--password-file", $PasswordFile)
    if ($Timestamp) { $finish += @("--timestamp", $Timestamp) }
}
Invoke-Checked $python $finish

# The package tries itself on this PC.
$report = Join-Path $work "self-test.json"
Invoke-Checked (Join-Path $packed "SoPhatNgon\SoPhatNgon-cli.exe") @("self-test", $report)
